package io.labrun.event;

import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What came of one file of a batch.
 *
 * @param file its name as given
 * @param diagnostics its mistakes; then it was not run
 * @param result what came of running it; empty if it was not run
 */
public record FileResult(
    String file, List<Diagnostic> diagnostics, Optional<ScenarioResult> result) {}
