package io.labrun.run.lab;

import io.labrun.event.Problem;
import java.util.List;

/** Says that a container does not run, and why as far as it can be seen. */
public final class Ended {
  private Ended() {}

  /** The problem that a container does not run, with its last words. */
  public static ProblemException problem(Lab lab, String key, ContainerState state) {
    return ProblemException.passing(
        Problem.of("`%s` does not run (%s)".formatted(key, describe(state)))
            .details(state.hasEnded() ? LastWords.of(lab, key) : List.of()));
  }

  /** Its state in words: {@code exited, exit code 1}. */
  public static String describe(ContainerState state) {
    return state.hasEnded() ? state.status() + ", exit code " + state.exitCode() : state.status();
  }
}
