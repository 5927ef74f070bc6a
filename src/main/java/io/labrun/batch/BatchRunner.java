package io.labrun.batch;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.run.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Runs the files of a batch: side by side where nothing speaks against it. */
public final class BatchRunner {
  private final BatchSettings settings;
  private final Lanes lanes;
  private final BatchListener listener;
  private final Cancellation cancellation;
  private final LongSupplier nanos;

  /**
   * A runner.
   *
   * @param settings how it is to be done
   * @param lanes the engines; opened when something is to be run
   * @param listener is told of everything
   * @param cancellation ends what is under way and begins nothing more
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public BatchRunner(
      BatchSettings settings,
      Lanes lanes,
      BatchListener listener,
      Cancellation cancellation,
      LongSupplier nanos) {
    this.settings = settings;
    this.lanes = lanes;
    this.listener = new OneAtATime(listener);
    this.cancellation = cancellation;
    this.nanos = nanos;
  }

  /** Hands events on one at a time, from whichever thread they come. */
  private record OneAtATime(BatchListener listener) implements BatchListener {
    @Override
    public synchronized void on(BatchEvent event) {
      listener.on(event);
    }
  }

  /**
   * Runs all files and gives what came of them.
   *
   * @throws RuntimeException if no engine can be had, or if the only file could not begin
   */
  public BatchResult run(List<Job> jobs) {
    Instant started = Instant.now();
    Since clock = new Since(nanos);
    listener.on(new BatchEvent.BatchStarted(jobs.stream().map(Job::file).toList()));
    try (Cancellation work = cancellation.part()) {
      List<Optional<FileResult>> results = new ArrayList<>();
      for (int index = 0; index < jobs.size(); index++) {
        results.add(settled(index, jobs.get(index), work));
      }
      if (results.contains(Optional.<FileResult>empty()) && !work.isAsked()) {
        new Course(settings, lanes, listener, work, clock).run(jobs, results);
      }
      return finished(jobs, results, work, started, clock);
    }
  }

  private Optional<FileResult> settled(int index, Job job, Cancellation work) {
    Optional<FileResult> settled = job.settled();
    settled.flatMap(FileResult::result).ifPresent(result -> tell(index, result));
    settled.ifPresent(result -> listener.on(new BatchEvent.FileFinished(index, result)));
    if (settings.failFast() && settled.filter(one -> !one.diagnostics().isEmpty()).isPresent()) {
      work.cancel(BatchFiles.failFast(job.file() + "` is invalid"));
    }
    return settled;
  }

  /** One that was not let through had a beginning and an end all the same. */
  private void tell(int index, ScenarioResult result) {
    listener.on(new BatchEvent.FileStarted(index, 0, ""));
    RunEvent begin = new RunEvent.ScenarioStarted(result.plan());
    listener.on(new BatchEvent.RunHappened(index, begin));
    RunEvent end = new RunEvent.ScenarioFinished(result);
    listener.on(new BatchEvent.RunHappened(index, end));
  }

  private BatchResult finished(
      List<Job> jobs,
      List<Optional<FileResult>> results,
      Cancellation work,
      Instant started,
      Since clock) {
    boolean cut = false;
    List<FileResult> all = new ArrayList<>();
    for (int index = 0; index < jobs.size(); index++) {
      String file = jobs.get(index).file();
      Optional<FileResult> known = results.get(index);
      cut |= known.isEmpty() || isInterrupted(known.get());
      FileResult result = known.orElseGet(() -> FileResult.unrun(file, unrun(work)));
      if (known.isEmpty()) {
        listener.on(new BatchEvent.FileFinished(index, result));
      }
      all.add(result);
    }
    boolean counts = cut || cancellation.isAsked() || work.overdue().isPresent();
    Optional<String> stopped = counts ? stopped(work) : Optional.empty();
    Duration time = clock.elapsed();
    BatchResult batch = new BatchResult(List.copyOf(all), started, time, stopped);
    listener.on(new BatchEvent.BatchFinished(batch));
    return batch;
  }

  private static boolean isInterrupted(FileResult file) {
    return file.runs().stream()
        .map(ScenarioRun::result)
        .anyMatch(result -> result.outcome() == Outcome.INTERRUPTED);
  }

  private Optional<String> stopped(Cancellation work) {
    return cancellation.cause().map(cause -> "it was stopped (" + cause + ")").or(work::cause);
  }

  private Problem unrun(Cancellation work) {
    String why = cancellation.isAsked() ? "the batch was stopped before" : work.cause().orElse("");
    return Problem.of(why);
  }
}
