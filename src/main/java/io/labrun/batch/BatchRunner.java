package io.labrun.batch;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.run.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Runs the files of a batch, one after another. */
public final class BatchRunner {
  private final BatchListener listener;
  private final Cancellation cancellation;
  private final LongSupplier nanos;
  private long began;

  /**
   * A runner.
   *
   * @param listener is told of everything
   * @param cancellation ends the run under way and begins no other
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public BatchRunner(BatchListener listener, Cancellation cancellation, LongSupplier nanos) {
    this.listener = listener;
    this.cancellation = cancellation;
    this.nanos = nanos;
  }

  /** Runs all files and gives what came of them. */
  public BatchResult run(List<Job> jobs) {
    Instant started = Instant.now();
    began = nanos.getAsLong();
    listener.on(new BatchEvent.BatchStarted(jobs.stream().map(Job::file).toList()));
    List<FileResult> results = new ArrayList<>();
    for (int index = 0; index < jobs.size(); index++) {
      FileResult result = result(index, jobs.get(index));
      results.add(result);
      listener.on(new BatchEvent.FileFinished(index, result));
    }
    BatchResult all = new BatchResult(results, started, sinceBegin(), stopped());
    listener.on(new BatchEvent.BatchFinished(all));
    return all;
  }

  private FileResult result(int index, Job job) {
    if (cancellation.isAsked()) {
      return FileResult.unrun(job.file(), Problem.of("the batch was stopped before"));
    }
    return job.settled().orElseGet(() -> once(index, job));
  }

  private FileResult once(int index, Job job) {
    listener.on(new BatchEvent.FileStarted(index, 0, ""));
    Duration start = sinceBegin();
    Timeline timeline = new Timeline(nanos);
    ScenarioResult result =
        job.run(
            event -> {
              timeline.on(event);
              listener.on(new BatchEvent.RunHappened(index, event));
            },
            cancellation);
    return FileResult.of(
        job.file(), new ScenarioRun(result, "", start, timeline.stretches(), timeline.snapshot()));
  }

  private Duration sinceBegin() {
    return Duration.ofNanos(nanos.getAsLong() - began);
  }

  private Optional<String> stopped() {
    return cancellation.cause().map(cause -> "it was stopped (" + cause + ")");
  }
}
