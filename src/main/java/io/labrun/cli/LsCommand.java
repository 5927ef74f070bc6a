package io.labrun.cli;

import io.labrun.plan.Labels;
import io.labrun.report.StandingText;
import io.labrun.report.StandingText.Row;
import io.labrun.run.StandingRun;
import io.labrun.run.StandingRuns;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what stands. */
@Command(
    name = "ls",
    header = "List the runs that stand, found by the labels of what they made.",
    description = {
      "",
      "Each is running (a labrun is working on it), kept (left standing on purpose),"
          + " orphaned (its labrun is gone: labrun clean removes it) or unknown (made from"
          + " another machine, or without a word of who made it). With --quiet only the names.",
      ""
    })
final class LsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private EngineCommonOptions common;

  LsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Invocation invocation = common.begin(console);
    try (Engine found = invocation.connect()) {
      List<StandingRun> runs = new StandingRuns(found).list();
      if (invocation.isQuiet()) {
        runs.forEach(run -> console.out().println(run.run()));
      } else {
        List<Row> rows = runs.stream().map(LsCommand::row).toList();
        invocation.print(new StandingText(invocation.reportSettings()).render(rows));
      }
      return ExitStatus.PASSED.code();
    }
  }

  /** The row of a run in a table. */
  static Row row(StandingRun run) {
    return new Row(run.run().toString(), RunState.of(run).word(), made(run), run.file().orElse(""));
  }

  /** What the scenario declares, by kind; a host stands for all that is in it. */
  private static Map<String, Integer> made(StandingRun run) {
    Map<String, Integer> out = new LinkedHashMap<>();
    List.of(
            Labels.HOST_ROLE,
            "service",
            "container",
            "network",
            "volume",
            "image",
            Labels.STEP_ROLE)
        .forEach(word -> out.put(word, 0));
    run.objects().forEach(object -> out.merge(word(object), 1, Integer::sum));
    out.keySet().remove("");
    return out;
  }

  /** Empty for what serves the hosts or a swarm. */
  private static String word(LabelledObject object) {
    return switch (object.labels().getOrDefault(Labels.ROLE, "")) {
      case Labels.HOST_ROLE -> object.kind() == ObjectKind.CONTAINER ? Labels.HOST_ROLE : "";
      case Labels.STEP_ROLE -> Labels.STEP_ROLE;
      case Labels.SWARM_ROLE, Labels.LEAVING_ROLE -> "";
      default -> object.kind().word();
    };
  }
}
