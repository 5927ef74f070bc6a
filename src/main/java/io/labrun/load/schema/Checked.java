package io.labrun.load.schema;

import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import java.util.List;

/**
 * What the schema says of a document.
 *
 * @param diagnostics what it does not allow
 * @param sound the document without the values that it does not allow, misspelt keys put right
 * @param names what the document declares, sound or not
 */
public record Checked(List<Diagnostic> diagnostics, Data.Mapping sound, Names names) {}
