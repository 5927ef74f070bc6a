package io.labrun.run.check;

import io.labrun.event.Observation;
import io.labrun.event.Problem;
import io.labrun.run.action.Command;
import io.labrun.run.action.CommandRun;
import io.labrun.run.action.SideBySide;
import io.labrun.run.engine.ExecResult;
import io.labrun.run.lab.LocalFiles;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a command in containers. */
final class ExecCheck implements Check {

  @Override
  public String kind() {
    return "exec";
  }

  @Override
  public List<Finding> attempt(Call call, CheckContext context) {
    Command command =
        Command.read(
            call, context.resolver(), LocalFiles.of(context.lab().plan(), context.folder()));
    return SideBySide.look(command.containers(), key -> run(command, key, context));
  }

  @Override
  public Optional<Data> expectedByDefault(Call call) {
    return Optional.of(Expectations.that(call, "exit_code", Expectations.number(call, 0)));
  }

  @Override
  public List<String> subjects(Call call) {
    return new View(call.arguments(), TextResolver.AS_WRITTEN).texts("container");
  }

  private static Finding run(Command command, String key, CheckContext context) {
    CommandRun run = CommandRun.of(command, key, context.lab(), context.timeout());
    run.unfinished().or(() -> missing(run, context)).ifPresent(ExecCheck::fail);
    guardLength(key, run.result(), context);
    return finding(key, command, run.result());
  }

  /** A program that is not there says nothing about the lab, unless just that is the claim. */
  private static Optional<Problem> missing(CommandRun run, CheckContext context) {
    return run.missing()
        .filter(problem -> !ExpectedNumbers.names(context, "exit_code", run.exitCode()))
        .map(
            problem ->
                problem.help(
                    "if that is what you claim, expect just this: `exit_code: %d`"
                        .formatted(run.exitCode())));
  }

  private static void fail(Problem problem) {
    throw ProblemException.passing(problem);
  }

  /** Nobody can say what the rest would have been. */
  private static void guardLength(String key, ExecResult result, CheckContext context) {
    boolean asked = context.looksAt("stdout") || context.looksAt("stderr");
    if (result.truncated() && asked) {
      throw ProblemException.passing(
          Problem.of("the command in `" + key + "` printed more than 1 MiB, too much to look at")
              .help("let it print less: `| grep`, `| head`, `| wc`"));
    }
  }

  private static Finding finding(String key, Command command, ExecResult result) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("exit_code", result.exitCode().orElseThrow().longValue());
    fields.put("stdout", result.stdout());
    fields.put("stderr", result.stderr());
    return new Finding(
        key,
        fields,
        "exit code " + result.exitCode().get(),
        Optional.of(
            new Observation.Output(
                command.words(),
                result.exitCode(),
                result.stdout(),
                result.stderr(),
                result.truncated())),
        false,
        Control.NONE);
  }
}
