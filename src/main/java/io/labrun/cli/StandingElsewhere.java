package io.labrun.cli;

import io.labrun.event.BatchResult;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says on which of several engines something stands after a batch, kept or left behind. */
final class StandingElsewhere {
  private final Fleet fleet;

  StandingElsewhere(Fleet fleet) {
    this.fleet = fleet;
  }

  /**
   * What to say, in lines; nothing where there is but one engine, or nothing stands.
   *
   * @param summed whether a summary has told what was left behind
   */
  List<String> of(BatchResult batch, boolean summed) {
    List<String> out = new ArrayList<>();
    batch.files().stream()
        .flatMap(file -> file.runs().stream())
        .filter(run -> run.result().kept() || !summed && !run.result().leftovers().isEmpty())
        .forEach(run -> out.addAll(lines(run)));
    return out;
  }

  private List<String> lines(ScenarioRun run) {
    Optional<String> host = fleet.host(run.engine());
    if (host.isEmpty()) {
      return List.of();
    }
    ScenarioResult result = run.result();
    String name = result.plan().run().toString();
    String why = result.kept() ? " stands on " : " may have left something on ";
    return List.of(
        "labrun: " + name + why + run.engine(),
        "  help   " + Suggestion.on(host, "labrun down " + name + "    removes it"));
  }
}
