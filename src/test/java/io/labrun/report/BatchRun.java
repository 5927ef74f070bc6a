package io.labrun.report;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Plays the events of a batch to a listener, with a clock that only moves when told. */
final class BatchRun {
  private final List<String> files;
  private final AtomicLong clock = new AtomicLong();
  private final Map<Integer, FileResult> results = new HashMap<>();
  private final Map<Integer, List<ScenarioRun>> runs = new HashMap<>();
  private BatchListener listener = event -> {};

  BatchRun(String... files) {
    this.files = List.of(files);
  }

  long nanos() {
    return clock.get();
  }

  BatchRun tell(BatchListener other) {
    listener = other;
    listener.on(new BatchEvent.BatchStarted(files));
    return this;
  }

  BatchRun pass(long millis) {
    clock.addAndGet(millis * 1_000_000);
    return this;
  }

  BatchRun tell(BatchEvent event) {
    listener.on(event);
    return this;
  }

  /** A run of a file begins. */
  Run start(int index, Plan plan) {
    return start(index, plan, "unix:///var/run/docker.sock");
  }

  /** A run of a file begins on an engine. */
  Run start(int index, Plan plan, String engine) {
    int number = runs.computeIfAbsent(index, i -> new ArrayList<>()).size();
    listener.on(new BatchEvent.FileStarted(index, number, engine));
    Run run = new Run(plan, clock);
    run.tell(
        event -> {
          listener.on(new BatchEvent.RunHappened(index, event));
          if (event instanceof RunEvent.ScenarioFinished finished) {
            runs.get(index).add(on(engine, finished.result()));
          }
        });
    return run.begin();
  }

  private static ScenarioRun on(String engine, ScenarioResult result) {
    return new ScenarioRun(result, engine, Duration.ZERO, List.of(), Optional.empty());
  }

  /** A file has the result of its runs. */
  BatchRun finish(int index, int deciding) {
    return finish(
        index,
        new FileResult(files.get(index), List.of(), Optional.empty(), runs.get(index), deciding));
  }

  BatchRun finish(int index, FileResult result) {
    results.put(index, result);
    listener.on(new BatchEvent.FileFinished(index, result));
    return this;
  }

  /** A file whose only run passes. */
  BatchRun passes(int index, String name, long millis) {
    Run run = start(index, Example.named(name)).setUp();
    run.check(Example.passed(Example.resolves(), millis)).remove();
    run.end(Outcome.PASSED, null, List.of(), Example.passed(Example.resolves(), millis));
    return finish(index, 0);
  }

  /** A file that was not run. */
  BatchRun unrun(int index, String why) {
    return finish(index, FileResult.unrun(files.get(index), Problem.of(why)));
  }

  BatchResult end(String stopped) {
    List<FileResult> all = new ArrayList<>();
    for (int index = 0; index < files.size(); index++) {
      all.add(results.get(index));
    }
    BatchResult result =
        new BatchResult(
            all,
            Instant.EPOCH,
            Duration.ofNanos(nanos()),
            stopped.isEmpty() ? Optional.empty() : Optional.of(stopped));
    listener.on(new BatchEvent.BatchFinished(result));
    return result;
  }

  /** The last result of a file's runs. */
  ScenarioResult last(int index) {
    return runs.get(index).get(runs.get(index).size() - 1).result();
  }
}
