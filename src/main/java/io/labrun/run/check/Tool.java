package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.action.Spoken;
import io.labrun.run.engine.ExecRequest;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tool container in a subject's network namespace.
 *
 * @param context of the attempt
 * @param subject a container's key, or {@link Probes#ENGINE}
 */
record Tool(CheckContext context, String subject) {
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  /** Runs a script of {@code sh} with arguments. */
  ExecResult run(String script, List<String> arguments) {
    return run(script, arguments, Optional.empty());
  }

  /**
   * Runs a script that reads an input.
   *
   * @throws ProblemException if it can't be run, or a tool it needs is missing
   */
  ExecResult run(String script, List<String> arguments, Optional<byte[]> input) {
    List<String> words = new ArrayList<>(List.of("sh", "-c", script, "labrun"));
    words.addAll(arguments);
    ExecResult result =
        context
            .lab()
            .engineOf(subject)
            .exec(
                new ExecRequest(
                    context.probes().in(subject),
                    words,
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    input,
                    context.timeout()));
    guard(result);
    return result;
  }

  private void guard(ExecResult result) {
    if (result.timedOut()) {
      throw ProblemException.passing(
          Problem.of(
              "the probe beside `%s` had not ended after %s"
                  .formatted(subject, Spoken.of(context.timeout()))));
    }
    int code = result.exitCode().orElseThrow();
    if (code == NOT_EXECUTABLE || code == NOT_FOUND) {
      throw ProblemException.lasting(
          Problem.of("the probe beside `" + subject + "` lacks a tool, so nothing was tried")
              .details(said(result))
              .help("`defaults.probe_image` needs what busybox has: sh, nc, ping, nslookup"));
    }
  }

  /** What a probe said that can't be understood. */
  ProblemException strange(ExecResult result) {
    return ProblemException.passing(
        Problem.of(
                "the probe beside `%s` did not work (exit code %d)"
                    .formatted(subject, result.exitCode().orElse(-1)))
            .details(said(result)));
  }

  /**
   * How long to wait for one answer: a fifth of the attempt's time, so that there is enough left
   * for what comes before and for the control; at least a second.
   */
  static long patience(Duration timeout) {
    return Math.max(1, timeout.dividedBy(5).toSeconds());
  }

  private static List<String> said(ExecResult result) {
    List<String> lines = new ArrayList<>(result.stderr().lines().toList());
    lines.addAll(result.stdout().lines().toList());
    return lines.subList(0, Math.min(10, lines.size()));
  }
}
