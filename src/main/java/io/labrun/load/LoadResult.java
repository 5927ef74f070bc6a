package io.labrun.load;

import io.labrun.load.danger.Danger;
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
 * @param dangers what is dangerous in the scenario, all of it asked for; empty with a mistake
 * @param files the paths of this machine that the scenario names, as it writes them, those of a
 *     Dockerfile behind their context; empty with a mistake
 */
public record LoadResult(
    String name,
    Optional<Scenario> scenario,
    List<Diagnostic> diagnostics,
    List<Danger> dangers,
    List<String> files) {

  static LoadResult invalid(String name, List<Diagnostic> diagnostics) {
    return new LoadResult(name, Optional.empty(), diagnostics, List.of(), List.of());
  }
}
