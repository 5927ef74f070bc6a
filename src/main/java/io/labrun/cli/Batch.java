package io.labrun.cli;

import io.labrun.batch.BatchRunner;
import io.labrun.batch.BatchSettings;
import io.labrun.batch.LastTimes;
import io.labrun.event.BatchListener;
import io.labrun.event.BatchResult;
import io.labrun.event.Problem;
import io.labrun.report.BatchDisplay;
import io.labrun.report.BatchView;
import io.labrun.report.ReportSettings;
import io.labrun.run.Cancellation;
import io.labrun.run.Keep;
import io.labrun.run.RunSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs scenario files; one that is invalid does not stop the others. */
final class Batch {
  private final Invocation invocation;
  private final Machines machines;
  private final Fleet fleet;
  private final RunCommand.What what;
  private final BatchOptions options;
  private final ReportFiles reports;
  private final Cancellation cancellation = new Cancellation();
  private final Underway underway = new Underway();
  private final TimesFile timesFile;

  /**
   * Several files.
   *
   * @param fleet the engines they run on; is closed after the last one
   * @param what what is done with each
   * @param options how they are run together
   * @param reports those that are wanted in files
   */
  Batch(
      Invocation invocation,
      Fleet fleet,
      RunCommand.What what,
      BatchOptions options,
      ReportFiles reports) {
    this.invocation = invocation;
    this.fleet = fleet;
    this.machines = new Machines(invocation, what.hosts());
    this.what = what;
    this.options = options;
    this.reports = reports;
    reports.on(fleet.ways()::of);
    this.timesFile = TimesFile.of(invocation.console().env());
  }

  /** Runs the files and gives the status of all of them. */
  ExitStatus run(Selection selection) {
    List<Path> files = selection.files();
    BatchSettings how = options.settings();
    boolean several = files.size() > 1 || how.repeat() > 1 || how.retries() > 0;
    LastTimes times = several ? timesFile.read() : LastTimes.NONE;
    BatchResult batch = run(selection, how, several, times);
    if (several) {
      timesFile.add(files.stream().map(Batch::whole).toList(), batch);
    }
    Strictness strictness = new Strictness(what.noSkip(), options.isStrict());
    ExitStatus status = strictness.status(batch.files());
    if (!cancellation.isAsked()) {
      invocation.tellAlways(strictness.reason(batch.files()));
    }
    if (!reports.write(batch)) {
      status = ExitStatus.worst(List.of(status, ExitStatus.NOT_RUN));
    }
    return Interrupts.status(cancellation, status);
  }

  private BatchResult run(
      Selection selection, BatchSettings how, boolean several, LastTimes times) {
    Console console = invocation.console();
    ReportSettings settings =
        invocation.reportSettings().standing(what.keep() != Keep.NEVER).given(what.words());
    BatchView view =
        new BatchView(
            settings, selection.leftOut(), earlier(selection.files(), times), fleet::host);
    BatchDisplays displays = new BatchDisplays(console, view);
    try (machines;
        fleet;
        BatchDisplay display = several ? displays.ofSeveral() : displays.ofOne();
        Interrupts interrupts =
            new Interrupts(
                console,
                cancellation,
                display,
                () -> underway.standing(fleet.isOwn()),
                this::leftStanding)) {
      BatchListener told =
          event -> {
            reports.on(event);
            display.on(event);
          };
      BatchResult batch =
          new BatchRunner(how, fleet, told, cancellation, System::nanoTime)
              .run(reading().jobs(selection.files(), file -> usualTime(times, file), display));
      boolean summed = several && !invocation.isQuiet();
      new StandingElsewhere(fleet).of(batch, summed).forEach(console.err()::println);
      return batch;
    }
  }

  private BatchReading reading() {
    RunPlans plans = new RunPlans(fleet, machines, underway, this::settings);
    return new BatchReading(invocation, fleet, machines, plans, what, cancellation);
  }

  private RunSettings settings(Path file) {
    return RunLabelling.settings(file, what.keep(), invocation.values(), invocation.console().env())
        .offline(what.offline())
        .snapshot(reports.needsSnapshot());
  }

  private void leftStanding() {
    reports.ended(Problem.of("it was stopped at once, and what stood was left standing"));
  }

  private static Function<String, Optional<Duration>> earlier(List<Path> files, LastTimes times) {
    Map<String, Path> byName = new HashMap<>();
    files.forEach(file -> byName.put(file.toString(), file));
    return name -> Optional.ofNullable(byName.get(name)).flatMap(file -> usualTime(times, file));
  }

  private static Optional<Duration> usualTime(LastTimes times, Path file) {
    return times.of(whole(file));
  }

  private static String whole(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }
}
