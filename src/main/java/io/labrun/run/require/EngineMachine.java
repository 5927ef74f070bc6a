package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The machine that the engine runs on, seen from a container in its network namespace: it need not
 * be the one that labrun runs on.
 *
 * @param engine the engine
 * @param container the container's id
 */
record EngineMachine(Engine engine, String container) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * What a script of {@code sh} prints, line by line.
   *
   * @throws ProblemException if it does not end with exit code 0
   */
  List<String> lines(String script, String... arguments) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", script, "labrun"));
    words.addAll(Arrays.asList(arguments));
    ExecResult result = engine.exec(ExecRequest.of(container, PATIENCE, words));
    if (result.exitCode().filter(code -> code == 0).isEmpty()) {
      throw unseen(result);
    }
    return result.stdout().lines().toList();
  }

  private static ProblemException unseen(ExecResult result) {
    String why =
        result.timedOut()
            ? "it had not ended after " + PATIENCE.toSeconds() + " s"
            : "exit code " + result.exitCode().orElse(-1);
    return ProblemException.lasting(
        Problem.of("the engine's machine could not be looked at (" + why + ")")
            .details(result.stderr().lines().limit(10).toList())
            .help("`defaults.probe_image` needs what busybox has: sh, cat, grep, zcat"));
  }
}
