package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineFacts;
import io.labrun.scenario.spec.Sizes;
import java.util.Optional;

/** The engine's machine has so much memory in all. */
final class EngineMemory {
  private EngineMemory() {}

  static Optional<Problem> unmet(String size, EngineFacts facts) {
    long wanted = Sizes.parse(size).orElse(0L);
    return facts.memory() >= wanted
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                    "the engine's machine has %s of memory, and the scenario needs %s"
                        .formatted(Amounts.binary(facts.memory()), Amounts.binary(wanted)))
                .help(
                    DesktopEngine.is(facts)
                        ? "Docker Desktop gives its virtual machine more under Settings, Resources."
                        : "Name an engine on a larger machine with --host."));
  }
}
