package io.labrun.cli;

import io.labrun.event.FileResult;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.load.LoadResult;
import io.labrun.load.danger.Danger;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.report.MistakesText;
import io.labrun.report.Report;
import io.labrun.report.ReportSettings;
import io.labrun.report.Task;
import io.labrun.run.Cancellation;
import io.labrun.run.Runner;
import io.labrun.run.StandingRun;
import io.labrun.run.StandingRuns;
import io.labrun.run.engine.Engine;
import io.labrun.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the assertions of a scenario that stands. */
@Command(
    name = "check",
    header = "Check the assertions of a scenario that stands, and leave it standing.",
    description = {
      "",
      "Values given to labrun up with --set hold here too. Actions of the assertions",
      "are carried out, so what stands is changed by them.",
      ""
    })
final class CheckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "The scenario file that was set up.")
  private Path file;

  @ArgGroup(validate = false, heading = "%nWhat is checked%n", order = 1)
  private What what = new What();

  @Mixin private EngineCommonOptions common;

  CheckCommand(Console console) {
    this.console = console;
  }

  /** Options of what is checked. */
  static final class What extends GrantOptions {
    @Option(
        names = "--run",
        paramLabel = "ID",
        description = "Which run, where several of the file stand: see labrun ls.")
    private String id;
  }

  @Override
  public Integer call() {
    Invocation invocation = common.begin(console, what);
    try (Engine found = invocation.connect()) {
      StandingRun run =
          new StandingFinder(new StandingRuns(found).list())
              .only(file, Optional.ofNullable(what.id));
      return check(run, found, invocation).code();
    }
  }

  private ExitStatus check(StandingRun run, Engine found, Invocation asked) {
    Map<String, String> values = new LinkedHashMap<>(run.variables());
    values.putAll(asked.values());
    Invocation invocation = asked.with(values);
    ReportSettings settings = invocation.reportSettings().standing(true);
    LoadResult loaded = new Loading(invocation).load(file);
    if (loaded.scenario().isEmpty()) {
      FileResult invalid = Loading.invalid(loaded);
      invocation.print(new MistakesText(settings).render(invalid, "nothing was checked"));
      return ExitStatus.INVALID;
    }
    Scenario scenario = loaded.scenario().get();
    Machines machines = new Machines(invocation, what.hosts());
    Plan plan = Planner.plan(scenario, run.run(), machines.of(scenario));
    List<Danger> dangers = new ArrayList<>(loaded.dangers());
    dangers.addAll(machines.dangers(scenario));
    Cancellation cancellation = new Cancellation();
    Gate gate = new Gate(invocation, what.allowed(), cancellation);
    try (machines;
        Report report = Reports.open(console, settings, Task.CHECK);
        Interrupts interrupts =
            new Interrupts(
                console, cancellation, report, () -> Standing.warning(run.run(), common.host()))) {
      RunListener listener = EventLog.before(report);
      Runner runner =
          new Runner(
              found,
              machines.engines(),
              RunLabelling.standing(file, values, console.env()),
              listener,
              cancellation);
      ScenarioResult result =
          gate.refusal(file, loaded, dangers, plan, listener).orElseGet(() -> runner.check(plan));
      return Interrupts.status(cancellation, ExitStatus.of(result));
    }
  }
}
