package io.labrun.cli;

import io.labrun.plan.RunName;
import java.util.List;
import java.util.Optional;

/** What to say of a run that labrun could not remove any more. */
final class Standing {
  private Standing() {}

  /** The run's name and the commands that show and remove what stands of it. */
  static List<String> warning(RunName run, Optional<String> host) {
    return List.of(
        "labrun: stopped before everything of " + run + " was removed",
        "  help   " + Suggestion.on(host, "labrun ls    shows what stands"),
        "         " + Suggestion.on(host, "labrun down " + run + "    removes it"));
  }
}
