package io.labrun.cli;

import io.labrun.batch.BatchRunner;
import io.labrun.batch.Job;
import io.labrun.event.BatchEvent;
import io.labrun.event.BatchResult;
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
  private final List<ReportFile> files;
  private final Random random = new Random();
  private volatile RunName current;
  private Report shown;

  /**
   * Several files.
   *
   * @param engines gives the engine they run on; is closed after the last one
   * @param noSkip whether a skipped scenario counts as one that could not run
   * @param offline whether no registry may be asked
   * @param files reports that are wanted in files
   * @param given what a person gives them
   */
  Batch(
      Invocation invocation,
      Engines engines,
      Keep keep,
      boolean noSkip,
      boolean offline,
      List<ReportFile> files,
      GrantOptions given) {
    this.invocation = invocation;
    this.engines = engines;
    this.machines = new Machines(invocation, given.hosts());
    this.keep = keep;
    this.noSkip = noSkip;
    this.offline = offline;
    this.files = List.copyOf(files);
    this.gate = new Gate(invocation, given.allowed(), cancellation);
    this.settings = invocation.reportSettings().standing(keep != Keep.NEVER);
  }

  /** Runs the files and gives the status of all of them. */
  ExitStatus run(Selection selection) {
    List<Path> paths = selection.files();
    Console console = invocation.console();
    BatchResult batch;
    try (machines;
        engines;
        Report report = Reports.open(console, settings, Task.RUN);
        Interrupts interrupts = new Interrupts(console, cancellation, report, this::standing)) {
      shown = report;
      Loading loading = new Loading(invocation);
      List<Job> jobs = new ArrayList<>();
      paths.forEach(path -> jobs.add(new FileJob(path, loading.load(path), this)));
      batch =
          new BatchRunner(event -> show(event, report), cancellation, System::nanoTime).run(jobs);
      if (paths.size() > 1) {
        report.paragraph(new SummaryText(settings).render(batch.files()));
      }
    }
    files.forEach(file -> file.write(batch));
    return Interrupts.status(cancellation, ExitStatus.of(batch.files(), noSkip));
  }

  private void show(BatchEvent event, Report report) {
    if (event instanceof BatchEvent.RunHappened happened) {
      report.on(happened.event());
    } else if (event instanceof BatchEvent.FileFinished finished
        && !finished.result().diagnostics().isEmpty()) {
      report.paragraph(new MistakesText(settings).render(finished.result(), "nothing was run"));
    }
  }

  /** Runs a file that has no mistakes. */
  ScenarioResult run(Path file, LoadResult loaded, RunListener told) {
    Scenario scenario = loaded.scenario().orElseThrow();
    RunName name = RunName.draw(scenario.name().name(), random);
    Plan plan = Planner.plan(scenario, name, machines.of(scenario));
    RunListener listener = EventLog.before(told);
    List<Danger> dangers = new ArrayList<>(loaded.dangers());
    dangers.removeIf(danger -> danger.grant() == Grant.SWARM && engines.isPrivate());
    dangers.addAll(machines.dangers(scenario));
    Optional<ScenarioResult> refused = gate.refusal(file, loaded, dangers, plan, listener);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (offline) {
      OfflineOption.tell(plan, settings, shown);
    }
    current = name;
    Runner runner =
        new Runner(
            engines.get(),
            machines.engines(),
            RunLabelling.settings(file, keep, invocation.values(), invocation.console().env())
                .offline(offline)
                .snapshot(files.stream().anyMatch(one -> one.kind().needsSnapshot())),
            listener,
            cancellation);
    return runner.run(plan);
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
