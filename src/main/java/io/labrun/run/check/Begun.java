package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;

/** Makes sure that a container has lived: what one that never ran has not done proves nothing. */
final class Begun {
  private Begun() {}

  /** Fails if the container was never started. */
  static void guard(Lab lab, String key) {
    if (ContainerState.of(lab, key).status().equals("created")) {
      throw ProblemException.passing(
          Problem.of("`" + key + "` was never started, so there is nothing to look at"));
    }
  }
}
