package io.labrun.load;

import io.labrun.scenario.Scenario;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * A scenario, or all that is wrong with its file.
 *
 * @param name what the file is called in messages
 * @param scenario the scenario; empty as soon as there is one mistake
 * @param diagnostics the mistakes, in the order of the file; those without a place come first
 */
public record LoadResult(String name, Optional<Scenario> scenario, List<Diagnostic> diagnostics) {}
