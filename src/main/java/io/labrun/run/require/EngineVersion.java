package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineFacts;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.spec.VersionRange;
import java.util.Optional;

/** The engine has a version in a range. */
final class EngineVersion {
  private EngineVersion() {}

  static Optional<Problem> unmet(String range, EngineFacts facts) {
    boolean met =
        VersionRange.parse(range)
            .flatMap(bounds -> bounds.contains(facts.version()))
            .orElseThrow(() -> unknown(range, facts));
    return met
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                    "the engine is Docker %s, and the scenario needs %s"
                        .formatted(facts.version(), range))
                .help("Install such a version of Docker, or name another engine with --host."));
  }

  private static ProblemException unknown(String range, EngineFacts facts) {
    return ProblemException.lasting(
        Problem.of(
            "the engine calls its version `%s`, which can't be compared with %s"
                .formatted(facts.version(), range)));
  }
}
