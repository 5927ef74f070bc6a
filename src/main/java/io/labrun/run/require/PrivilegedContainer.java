package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineException;
import java.util.Optional;

/** A privileged container starts. */
final class PrivilegedContainer {
  private PrivilegedContainer() {}

  static Optional<Problem> unmet(Bench bench) {
    try (ThrowAwayLab lab = bench.lab()) {
      lab.container("privileged", Sleeper::privileged);
      return Optional.empty();
    } catch (EngineException e) {
      return Optional.of(
          Problem.of("a privileged container does not start here: " + bench.refusal(e))
              .help(
                  "It takes an engine whose machine has all rights itself: a computer or virtual"
                      + " machine of its own, not a container."));
    }
  }
}
