package io.labrun.run.action;

import io.labrun.event.Problem;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Call;
import java.util.List;
import java.util.stream.Stream;

/** Runs a command in containers; an exit code other than 0 is a problem. */
final class Exec implements Action {

  @Override
  public String kind() {
    return "exec";
  }

  @Override
  public void perform(Call call, ActionContext context) {
    Command command = Command.read(call, context.resolver(), context.files());
    command
        .containers()
        .forEach(key -> guard(CommandRun.of(command, key, context.lab(), context.timeout())));
  }

  private static void guard(CommandRun run) {
    run.unfinished()
        .or(run::missing)
        .ifPresent(
            problem -> {
              throw ProblemException.lasting(problem);
            });
    if (run.exitCode() != 0) {
      String what =
          "the command in `%s` ended with exit code %d".formatted(run.key(), run.exitCode());
      List<String> said = Stream.concat(Stream.of(what), run.lastLines().stream()).toList();
      throw ProblemException.refused(
          Problem.of(what).details(run.lastLines()), String.join("\n", said));
    }
  }
}
