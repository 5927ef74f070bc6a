package io.labrun.batch;

import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.event.Snapshot;
import io.labrun.event.Status;
import io.labrun.event.Stretch;
import io.labrun.plan.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Writes down what a run did when; told of its events one at a time. */
final class Timeline implements RunListener {
  private final LongSupplier nanos;
  private final long began;
  private final Map<StepId, Duration> steps = new HashMap<>();
  private final List<Stretch> stretches = new ArrayList<>();
  private Duration since = Duration.ZERO;
  private Snapshot snapshot;

  /** A timeline that begins now. */
  Timeline(LongSupplier nanos) {
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  /** What was done, in the order in which it began. */
  List<Stretch> stretches() {
    return stretches.stream().sorted(Comparator.comparing(Stretch::start)).toList();
  }

  /** What stood at the end, if it was looked. */
  Optional<Snapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  @Override
  public void on(RunEvent event) {
    Duration now = Duration.ofNanos(nanos.getAsLong() - began);
    if (event instanceof RunEvent.StepStarted started) {
      steps.put(started.step(), now);
    } else if (event instanceof RunEvent.StepFinished finished) {
      StepId step = finished.step();
      Duration start = steps.getOrDefault(step, now);
      add(Stretch.Part.SET_UP, name(step), start, now, finished.problem().isEmpty());
    } else if (event instanceof RunEvent.AssertionFinished finished) {
      boolean good = finished.result().status() == Status.PASSED;
      String name = finished.result().assertion().name().name();
      add(Stretch.Part.ASSERTION, name, since, now, good);
    } else if (event instanceof RunEvent.RequirementsFinished finished) {
      add(Stretch.Part.REQUIREMENTS, "requirements", since, now, finished.met());
    } else if (event instanceof RunEvent.RemovalFinished finished) {
      add(Stretch.Part.REMOVAL, "removal", since, now, finished.leftovers().isEmpty());
    } else if (event instanceof RunEvent.SnapshotTaken taken) {
      snapshot = taken.snapshot();
    } else if (begins(event)) {
      since = now;
    }
  }

  private static boolean begins(RunEvent event) {
    return event instanceof RunEvent.AssertionStarted
        || event instanceof RunEvent.RequirementsStarted
        || event instanceof RunEvent.RemovalStarted;
  }

  private static String name(StepId step) {
    return step.kind().name().toLowerCase(Locale.ROOT) + " " + step.key();
  }

  private void add(Stretch.Part part, String name, Duration start, Duration end, boolean good) {
    stretches.add(new Stretch(part, name, start, end.minus(start), good));
  }
}
