package io.labrun.cli;

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
import io.labrun.report.SummaryText;
import io.labrun.report.Task;
import io.labrun.run.Cancellation;
import io.labrun.run.Keep;
import io.labrun.run.Runner;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Runs scenario files one after another; one that is invalid does not stop the others. */
final class Batch {
  private final Invocation invocation;
  private final Machines machines;
  private final Engines engines;
  private final Keep keep;
  private final boolean noSkip;
  private final boolean offline;
  private final ReportSettings settings;
  private final Gate gate;
  private final Cancellation cancellation = new Cancellation();
  private final List<FileResult> results = new ArrayList<>();
  private final Random random = new Random();
  private volatile RunName current;

  /**
   * Several files.
   *
   * @param engines gives the engine they run on; is closed after the last one
   * @param noSkip whether a skipped scenario counts as one that could not run
   * @param offline whether no registry may be asked
   * @param given what a person gives them
   */
  Batch(
      Invocation invocation,
      Engines engines,
      Keep keep,
      boolean noSkip,
      boolean offline,
      GrantOptions given) {
    this.invocation = invocation;
    this.engines = engines;
    this.machines = new Machines(invocation, given.hosts());
    this.keep = keep;
    this.noSkip = noSkip;
    this.offline = offline;
    this.gate = new Gate(invocation, given.allowed(), cancellation);
    this.settings = invocation.reportSettings().standing(keep != Keep.NEVER);
  }

  /** Runs the files and gives the status of all of them. */
  ExitStatus run(List<Path> files) {
    Console console = invocation.console();
    try (machines;
        engines;
        Report report = Reports.open(console, settings, Task.RUN);
        Interrupts interrupts = new Interrupts(console, cancellation, report, this::standing)) {
      Loading loading = new Loading(invocation);
      for (Path file : files) {
        if (!cancellation.isAsked()) {
          results.add(run(file, loading, report));
        }
      }
      if (files.size() > 1) {
        report.paragraph(new SummaryText(settings).render(results));
      }
    }
    return Interrupts.status(cancellation, ExitStatus.of(results, noSkip));
  }

  private FileResult run(Path file, Loading loading, Report report) {
    LoadResult loaded = loading.load(file);
    if (loaded.scenario().isEmpty()) {
      FileResult invalid = Loading.invalid(loaded);
      report.paragraph(new MistakesText(settings).render(invalid, "nothing was run"));
      return invalid;
    }
    RunName name = RunName.draw(loaded.scenario().get().name().name(), random);
    Scenario scenario = loaded.scenario().get();
    Plan plan = Planner.plan(scenario, name, machines.of(scenario));
    RunListener listener = EventLog.before(report);
    List<Danger> dangers = new ArrayList<>(loaded.dangers());
    dangers.removeIf(danger -> danger.grant() == Grant.SWARM && engines.isPrivate());
    dangers.addAll(machines.dangers(scenario));
    Optional<ScenarioResult> refused = gate.refusal(file, loaded, dangers, plan, listener);
    if (refused.isPresent()) {
      return new FileResult(loaded.name(), List.of(), refused);
    }
    if (offline) {
      OfflineOption.tell(plan, settings, report);
    }
    current = name;
    Runner runner =
        new Runner(
            engines.get(),
            machines.engines(),
            RunLabelling.settings(file, keep, invocation.values(), invocation.console().env())
                .offline(offline),
            listener,
            cancellation);
    ScenarioResult result = runner.run(plan);
    return new FileResult(loaded.name(), List.of(), Optional.of(result));
  }

  private List<String> standing() {
    if (current == null) {
      return List.of();
    }
    return engines.isOwn()
        ? List.of("labrun: stopped: all of " + current + " ends with its private engine")
        : Standing.warning(current, invocation.host());
  }
}
