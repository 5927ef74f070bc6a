package io.labrun.run.action;

import io.labrun.event.Problem;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Ended;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Call;
import java.util.List;
import java.util.stream.Stream;

/** Runs a command in containers; an exit code other than 0 is a problem. */
final class Exec implements Action {
  private static final int LAST_LINES = 20;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  @Override
  public String kind() {
    return "exec";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    Command command = Command.read(call, context.resolver(), context.files());
    command.containers().forEach(key -> run(command, key, context));
  }

  private static void run(Command command, String key, ActionContext context) {
    ContainerState state = ContainerState.of(context.lab(), key);
    if (!state.isRunning()) {
      throw Ended.problem(context.lab(), key, state);
    }
    String id = context.lab().container(key);
    ExecResult result = context.lab().engine().exec(command.in(id, context.timeout()));
    if (result.timedOut()) {
      throw ProblemException.lasting(
          Problem.of(
                  "the command in `%s` had not ended after %s and runs on"
                      .formatted(key, Spoken.of(context.timeout())))
              .details(lines(result))
              .help("give it more time: `timeout`"));
    }
    int code = result.exitCode().get();
    if (code == NOT_EXECUTABLE || code == NOT_FOUND) {
      throw ProblemException.lasting(
          Problem.of("the command can't be run in `%s` (exit code %d)".formatted(key, code))
              .details(lines(result)));
    }
    if (code != 0) {
      String what = "the command in `%s` ended with exit code %d".formatted(key, code);
      throw ProblemException.refused(
          Problem.of(what).details(lines(result)), String.join("\n", said(what, result)));
    }
  }

  private static List<String> said(String what, ExecResult result) {
    return Stream.concat(Stream.of(what), lines(result).stream()).toList();
  }

  private static List<String> lines(ExecResult result) {
    List<String> all = Stream.concat(result.stdout().lines(), result.stderr().lines()).toList();
    return all.subList(Math.max(0, all.size() - LAST_LINES), all.size());
  }
}
