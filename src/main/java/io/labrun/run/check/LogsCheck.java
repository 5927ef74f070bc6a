package io.labrun.run.check;

import io.labrun.event.Problem;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.ProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Looks at all that containers have printed since they were made. */
final class LogsCheck extends EachContainer {
  @Override
  public String kind() {
    return "logs";
  }

  @Override
  Finding look(String key, CheckContext context) {
    Begun.guard(context.lab(), key);
    ExecResult log =
        context.lab().engineOf(key).log(context.lab().containers().get(key), context.timeout());
    if (log.truncated()) {
      throw ProblemException.lasting(
          Problem.of("`" + key + "` has printed more than 1 MiB, too much to look at")
              .help("let it print less, or into a file: `exec` can search that"));
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("stdout", log.stdout());
    fields.put("stderr", log.stderr());
    return new Finding(
        key, fields, summary(log), Optional.empty(), false, () -> objection(key, context));
  }

  /** A terminal has one output: that nothing is in the other says nothing of errors. */
  private static Optional<Problem> objection(String key, CheckContext context) {
    boolean terminal = ContainerState.of(context.lab(), key).tree().flag("Config", "Tty");
    return terminal && context.asksFor("stderr")
        ? Optional.of(
            Problem.of("`" + key + "` has a terminal, which takes errors and output together")
                .help("all that it has printed is in `stdout`; without `tty` they are apart"))
        : Optional.empty();
  }

  private static String summary(ExecResult log) {
    return "%d lines of output, %d of errors"
        .formatted(log.stdout().lines().count(), log.stderr().lines().count());
  }
}
