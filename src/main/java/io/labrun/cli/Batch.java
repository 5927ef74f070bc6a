package io.labrun.cli;

import io.labrun.batch.BatchRunner;
import io.labrun.batch.BatchSettings;
import io.labrun.batch.Job;
import io.labrun.batch.PlannedRun;
import io.labrun.batch.Times;
import io.labrun.batch.claim.ClaimFinder;
import io.labrun.batch.claim.Claims;
import io.labrun.event.BatchListener;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioRun;
import io.labrun.load.LoadResult;
import io.labrun.load.danger.Danger;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.report.BatchDisplay;
import io.labrun.report.Display;
import io.labrun.report.ReportSettings;
import io.labrun.run.Cancellation;
import io.labrun.run.Keep;
import io.labrun.run.RunSettings;
import io.labrun.scenario.Grant;
import io.labrun.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Runs scenario files; one that is invalid does not stop the others. */
final class Batch {
  private final Invocation invocation;
  private final Machines machines;
  private final Fleet fleet;
  private final Keep keep;
  private final boolean noSkip;
  private final boolean offline;
  private final ReportSettings settings;
  private final Gate gate;
  private final BatchOptions options;
  private final Cancellation cancellation = new Cancellation();
  private final ReportFiles reports;
  private final List<String> machineUrls;
  private final Random random = new Random();
  private final Set<RunName> drawn = new HashSet<>();
  private final Underway underway = new Underway();
  private final TimesFile timesFile;

  /**
   * Several files.
   *
   * @param fleet the engines they run on; is closed after the last one
   * @param noSkip whether a skipped scenario counts as one that could not run
   * @param offline whether no registry may be asked
   * @param reports those that are wanted in files
   * @param given what a person gives them
   * @param options how they are run together
   */
  Batch(
      Invocation invocation,
      Fleet fleet,
      Keep keep,
      boolean noSkip,
      boolean offline,
      ReportFiles reports,
      GrantOptions given,
      BatchOptions options) {
    this.invocation = invocation;
    this.fleet = fleet;
    this.machines = new Machines(invocation, given.hosts());
    this.machineUrls = List.copyOf(given.hosts().values());
    this.keep = keep;
    this.noSkip = noSkip;
    this.offline = offline;
    this.reports = reports;
    this.options = options;
    this.gate = new Gate(invocation, given.allowed(), cancellation);
    this.settings = invocation.reportSettings().standing(keep != Keep.NEVER);
    this.timesFile = TimesFile.of(invocation.console().env());
  }

  /** Runs the files and gives the status of all of them. */
  ExitStatus run(Selection selection) {
    List<Path> paths = selection.files();
    BatchSettings how = options.settings();
    Console console = invocation.console();
    boolean several = paths.size() > 1 || how.repeat() > 1 || how.retries() > 0;
    Times times = several ? timesFile.read() : Times.NONE;
    BatchDisplays displays = new BatchDisplays(console, settings, selection.leftOut());
    BatchResult batch;
    try (machines;
        fleet;
        BatchDisplay display =
            several
                ? displays.ofSeveral(file -> times.of(whole(Path.of(file))))
                : displays.ofOne();
        Interrupts interrupts = new Interrupts(console, cancellation, display, this::standing)) {
      List<Job> jobs = jobs(paths, times, display);
      BatchListener told =
          event -> {
            reports.on(event);
            display.on(event);
          };
      batch = new BatchRunner(how, fleet, told, cancellation, System::nanoTime).run(jobs);
      new StandingElsewhere(fleet).of(batch).forEach(console.err()::println);
    }
    if (several) {
      timesFile.write(times.with(paths.stream().map(Batch::whole).toList(), batch));
    }
    ExitStatus status = ExitStatus.of(batch.files(), noSkip, options.isStrict());
    if (!reports.write(batch)) {
      status = ExitStatus.worst(List.of(status, ExitStatus.NOT_RUN));
    }
    return Interrupts.status(cancellation, status);
  }

  private List<String> standing() {
    reports.ended(Problem.of("it was stopped at once, and what stood was left standing"));
    return underway.standing(fleet.isOwn());
  }

  private static String whole(Path path) {
    return path.toAbsolutePath().normalize().toString();
  }

  /** Reads all files before anything is run, and asks what is to be asked. */
  private List<Job> jobs(List<Path> paths, Times times, Display display) {
    Loading loading = new Loading(invocation, fleet.hosts());
    List<Job> jobs = new ArrayList<>();
    for (Path path : paths) {
      LoadResult loaded = loading.load(path);
      Optional<FileResult> settled =
          loaded.scenario().isEmpty()
              ? Optional.of(Loading.invalid(loaded))
              : refused(path, loaded, display);
      jobs.add(new FileJob(path, loaded, settled, times.of(whole(path)), this));
    }
    return jobs;
  }

  private Optional<FileResult> refused(Path file, LoadResult loaded, Display display) {
    if (cancellation.isAsked()) {
      return Optional.empty();
    }
    Scenario scenario = loaded.scenario().orElseThrow();
    Plan plan = draw(scenario);
    List<Danger> dangers = new ArrayList<>(loaded.dangers());
    dangers.removeIf(danger -> danger.grant() == Grant.SWARM && fleet.isPrivate());
    dangers.addAll(machines.dangers(scenario));
    Optional<FileResult> refused =
        gate.refusal(file, loaded, dangers, plan, unheard -> {})
            .map(result -> FileResult.of(loaded.name(), ScenarioRun.of(result)));
    if (cancellation.isAsked()) {
      return Optional.empty();
    }
    if (offline && refused.isEmpty()) {
      OfflineOption.tell(plan, settings, display);
    }
    return refused;
  }

  /** No two runs of one batch have the same name. */
  private synchronized Plan draw(Scenario scenario) {
    RunName name = RunName.draw(scenario.name().name(), random);
    while (!drawn.add(name)) {
      name = RunName.draw(scenario.name().name(), random);
    }
    return Planner.plan(scenario, name, machines.of(scenario));
  }

  /** Plans one run of a file that has no mistakes. */
  PlannedRun plan(Path file, Scenario scenario) {
    Plan plan = draw(scenario);
    RunSettings how =
        RunLabelling.settings(file, keep, invocation.values(), invocation.console().env())
            .offline(offline)
            .snapshot(reports.needsSnapshot());
    Claims claims = ClaimFinder.of(plan, how.folder()).with(machineUrls);
    return new FileRun(plan, claims, how, fleet, machines, underway);
  }
}
