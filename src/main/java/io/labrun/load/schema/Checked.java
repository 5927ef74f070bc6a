package io.labrun.load.schema;

import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.List;
import java.util.Set;

/**
 * What the schema says of a document.
 *
 * @param diagnostics what it does not allow
 * @param sound the document without the values that it does not allow, misspelt keys put right
 * @param names what the document declares, sound or not
 * @param damaged the maps and lists out of which something was left: nobody may complain that it is
 *     missing there
 */
public record Checked(
    List<Diagnostic> diagnostics, Data.Mapping sound, Names names, Set<Span> damaged) {}
