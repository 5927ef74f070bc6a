package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineException;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Gone;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LastWords;
import java.util.List;
import java.util.Optional;

/** Knows when a claim cannot become true any more: a container that it is about has ended. */
final class Hopeless {
  private final Lab lab;

  Hopeless(Lab lab) {
    this.lab = lab;
  }

  /** Why a claim about these containers cannot become true any more; empty while it can. */
  Optional<Problem> because(List<String> containers) {
    return containers.stream().map(this::ended).flatMap(Optional::stream).findFirst();
  }

  /** One that goes when it ends changes once more, and then every look at it says so itself. */
  private Optional<Problem> ended(String key) {
    if (Gone.goesAtItsEnd(lab, key)) {
      return Optional.empty();
    }
    try {
      return ContainerState.find(lab, key)
          .filter(ContainerState::hasEnded)
          .map(state -> describe(key, state));
    } catch (EngineException e) {
      return Optional.empty();
    }
  }

  private Problem describe(String key, ContainerState state) {
    return Problem.of("`%s` has ended with exit code %d".formatted(key, state.exitCode()))
        .details(LastWords.of(lab, key));
  }
}
