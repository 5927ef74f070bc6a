package io.labrun.batch;

import io.labrun.batch.lock.Locks;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A file whose runs touch no engine. */
record FakeJob(
    String file,
    Optional<FileResult> settled,
    Locks locks,
    IntFunction<FakeRun.Body> bodies,
    AtomicInteger runs)
    implements Job {

  /** What its runs do, by their number from 0. */
  static FakeJob of(String file, IntFunction<FakeRun.Body> bodies) {
    return new FakeJob(file, Optional.empty(), Locks.NONE, bodies, new AtomicInteger());
  }

  /** All its runs come to the outcomes, in order; the last one again and again. */
  static FakeJob of(String file, Outcome... outcomes) {
    return of(file, n -> (lane, stop) -> outcomes[Math.min(n, outcomes.length - 1)]);
  }

  static FakeJob invalid(String file) {
    Diagnostic mistake = new Diagnostic("x", Optional.empty(), "wrong", "", List.of());
    return new FakeJob(
        file,
        Optional.of(FileResult.invalid(file, List.of(mistake))),
        Locks.NONE,
        n -> null,
        new AtomicInteger());
  }

  FakeJob taking(Locks other) {
    return new FakeJob(file, settled, other, bodies, runs);
  }

  @Override
  public PlannedRun plan() {
    return new FakeRun(locks, bodies.apply(runs.getAndIncrement()));
  }
}
