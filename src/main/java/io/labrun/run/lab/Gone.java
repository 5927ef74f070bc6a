package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;

/** Knows the containers that the engine removes by itself when they end: {@code rm: true}. */
public final class Gone {
  private Gone() {}

  /** Whether a container goes when it ends. */
  public static boolean goesAtItsEnd(Lab lab, String key) {
    Resource container = lab.plan().scenario().containers().get(key);
    return container != null && ContainerSpec.read(container, TextResolver.AS_WRITTEN).rm();
  }

  /** Whether a container that stood has ended and so is gone, or just going. */
  public static boolean hasLeft(Lab lab, String key) {
    return lab.containers().find(key).isPresent()
        && goesAtItsEnd(lab, key)
        && ContainerState.find(lab, key).map(Gone::isGoing).orElse(true);
  }

  private static boolean isGoing(ContainerState state) {
    return state.hasEnded() || state.status().equals("removing");
  }

  /** The problem that a container, which labrun made and did not remove, is not there. */
  public static ProblemException problem(Lab lab, String key) {
    if (lab.tasks().serviceOf(key).isPresent()) {
      return ProblemException.passing(
          Problem.of("the task `" + key + "` has ended, and the swarm removed its container"));
    }
    return ProblemException.lasting(
        goesAtItsEnd(lab, key)
            ? Problem.of("`%s` has ended and was removed, as it has `rm: true`".formatted(key))
                .help("without `rm` it stays, and its log and its exit code with it")
            : Problem.of("there is no container `" + key + "` any more")
                .help("somebody removed it while the run was under way"));
  }
}
