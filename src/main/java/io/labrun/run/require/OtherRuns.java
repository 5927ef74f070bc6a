package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.engine.Engine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** No other run of labrun's stands on the engine. */
final class OtherRuns {
  private OtherRuns() {}

  /** The names of all runs of which anything stands. */
  static Set<String> standing(Engine engine) {
    return engine.labelled(Map.of(Labels.RUN, "")).stream()
        .map(object -> object.labels().get(Labels.RUN))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static Optional<Problem> unmet(RunName own, Set<String> standing) {
    Set<String> others = new TreeSet<>(standing);
    others.remove(own.toString());
    if (others.isEmpty()) {
      return Optional.empty();
    }
    String what =
        others.size() == 1
            ? "another run stands on this engine"
            : "other runs stand on this engine";
    return Optional.of(
        Problem.of("it must be alone, and %s: %s".formatted(what, String.join(", ", others)))
            .help("labrun ls shows what stands and whose it is, labrun down NAME removes it."));
  }
}
