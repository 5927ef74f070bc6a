package io.labrun.cli;

import io.labrun.batch.lock.LockFinder;
import io.labrun.event.FileResult;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.load.LoadResult;
import io.labrun.load.danger.Danger;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.report.MistakesText;
import io.labrun.report.Report;
import io.labrun.report.ReportSettings;
import io.labrun.report.Task;
import io.labrun.run.Cancellation;
import io.labrun.run.RunSettings;
import io.labrun.run.Runner;
import io.labrun.run.StandingRuns;
import io.labrun.run.engine.Engine;
import io.labrun.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets a scenario up and leaves it standing. */
@Command(
    name = "up",
    header = "Set a scenario up and leave it standing, to look around in it.",
    description = {
      "",
      "Makes the networks, volumes and containers and checks nothing. If that does not",
      "succeed, everything is removed again.",
      ""
    },
    footer = {
      "",
      "Examples",
      "  labrun up lab.yaml       then, as often as you like",
      "  labrun check lab.yaml    and in the end",
      "  labrun down lab.yaml"
    })
final class UpCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", description = "A scenario file.")
  private Path file;

  @ArgGroup(validate = false, heading = "%nWhat is set up%n", order = 1)
  private What what = new What();

  @Mixin private EngineCommonOptions common;

  UpCommand(Console console) {
    this.console = console;
  }

  /** Options of what is set up. */
  static final class What extends GrantOptions {
    @Option(
        names = "--run",
        paramLabel = "ID",
        description = "Four hex digits for the run's name; otherwise drawn by lot.")
    private String id;

    @Option(names = "--offline", description = OfflineOption.DESCRIPTION)
    private boolean offline;
  }

  @Override
  public Integer call() {
    Invocation invocation = common.begin(console, what);
    ReportSettings settings = invocation.reportSettings().standing(true);
    try (Engines engines = Engines.connect(console, common.host())) {
      LoadResult loaded = new Loading(invocation).load(file);
      if (loaded.scenario().isEmpty()) {
        FileResult invalid = Loading.invalid(loaded);
        invocation.print(new MistakesText(settings).render(invalid, "nothing was made"));
        return ExitStatus.INVALID.code();
      }
      RunName run = name(loaded.scenario().get().name().name());
      return up(loaded, run, engines, invocation, settings).code();
    }
  }

  private ExitStatus up(
      LoadResult loaded,
      RunName run,
      Engines engines,
      Invocation invocation,
      ReportSettings settings) {
    Cancellation cancellation = new Cancellation();
    Gate gate = new Gate(invocation, what.allowed(), cancellation);
    Scenario scenario = loaded.scenario().orElseThrow();
    Machines machines = new Machines(invocation, what.hosts());
    Plan plan = Planner.plan(scenario, run, machines.of(scenario));
    List<Danger> dangers = new ArrayList<>(loaded.dangers());
    dangers.addAll(machines.dangers(scenario));
    try (machines;
        Report report = Reports.open(console, settings, Task.UP);
        Interrupts interrupts =
            new Interrupts(
                console, cancellation, report, () -> Standing.warning(run, common.host()))) {
      RunListener listener = EventLog.before(report);
      if (what.offline) {
        OfflineOption.tell(plan, settings, report);
      }
      ScenarioResult result =
          gate.refusal(file, loaded, dangers, plan, listener)
              .orElseGet(() -> set(plan, engines.get(), machines, listener, cancellation));
      return Interrupts.status(cancellation, ExitStatus.of(result));
    }
  }

  private ScenarioResult set(
      Plan plan,
      Engine engine,
      Machines machines,
      RunListener listener,
      Cancellation cancellation) {
    refuseIfStanding(plan.run(), new StandingRuns(engine));
    RunSettings settings =
        RunLabelling.standing(file, what.values(), console.env()).offline(what.offline);
    settings.share().subnets().ask(LockFinder.of(plan, settings.folder()).subnets());
    return new Runner(engine, machines.engines(), settings, listener, cancellation).up(plan);
  }

  private RunName name(String scenario) {
    if (what.id == null) {
      return RunName.draw(scenario, new Random());
    }
    if (!what.id.matches("[0-9a-f]{4}")) {
      throw new UseException("--run takes four hex digits such as 4f2a, not `" + what.id + "`");
    }
    return new RunName(scenario, what.id);
  }

  private static void refuseIfStanding(RunName run, StandingRuns standing) {
    if (standing.list().stream().anyMatch(other -> other.run().equals(run))) {
      throw new UseException("the run " + run + " stands already", "labrun down " + run);
    }
  }
}
