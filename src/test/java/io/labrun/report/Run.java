package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.LayerState;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.plan.Need;
import io.labrun.plan.Plan;
import io.labrun.plan.StepId;
import io.labrun.plan.StepKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Plays the events of a run to a listener, with a clock that only moves when told. */
final class Run {
  private final Plan plan;
  private RunListener listener = event -> {};
  private final AtomicLong clock;
  private final long began;

  Run(Plan plan) {
    this(plan, new AtomicLong());
  }

  /** A run whose clock is that of others too. */
  Run(Plan plan, AtomicLong clock) {
    this.plan = plan;
    this.clock = clock;
    this.began = clock.get();
  }

  void tell(RunListener other) {
    listener = other;
  }

  long nanos() {
    return clock.get();
  }

  Run pass(long millis) {
    clock.addAndGet(millis * 1_000_000);
    return this;
  }

  Run begin() {
    listener.on(new RunEvent.ScenarioStarted(plan));
    return this;
  }

  Run requiring(List<Need> needs) {
    listener.on(new RunEvent.RequirementsStarted(needs));
    return this;
  }

  Run require(List<Need> needs, long millis, List<Problem> unmet) {
    requiring(needs).pass(millis);
    listener.on(
        new RunEvent.RequirementsFinished(
            needs, Duration.ofMillis(millis), unmet.isEmpty(), unmet));
    return this;
  }

  Run start(StepKind kind, String... keys) {
    for (String key : keys) {
      listener.on(new RunEvent.StepStarted(new StepId(kind, key)));
    }
    return this;
  }

  Run layer(String image, String layer, String status, long current, long total) {
    LayerState state = new LayerState(layer, status, current, total);
    listener.on(new RunEvent.StepProgressed(new StepId(StepKind.IMAGE, image), state));
    return this;
  }

  Run finish(StepKind kind, String... keys) {
    for (String key : keys) {
      listener.on(
          new RunEvent.StepFinished(
              new StepId(kind, key), Duration.ofMillis(100), Optional.empty()));
    }
    return this;
  }

  Run fail(StepKind kind, String key, Problem why) {
    listener.on(
        new RunEvent.StepFinished(new StepId(kind, key), Duration.ofMillis(100), Optional.of(why)));
    return this;
  }

  /** The whole set-up of the example without anything to tell of. */
  Run setUp() {
    start(StepKind.IMAGE, "busybox").finish(StepKind.IMAGE, "busybox");
    start(StepKind.NETWORK, "lab", "elsewhere").pass(200);
    finish(StepKind.NETWORK, "lab", "elsewhere");
    start(StepKind.CONTAINER, "web", "client", "stranger").pass(700);
    finish(StepKind.CONTAINER, "web", "client", "stranger");
    return start(StepKind.HEALTHY, "web").pass(200).finish(StepKind.HEALTHY, "web");
  }

  Run check(AssertionResult... results) {
    for (AssertionResult result : results) {
      listener.on(new RunEvent.AssertionStarted(result.assertion()));
      pass(result.time().toMillis());
      listener.on(new RunEvent.AssertionFinished(result));
    }
    return this;
  }

  Run remove(Leftover... leftovers) {
    listener.on(new RunEvent.RemovalStarted(5));
    for (String key : List.of("stranger", "client", "web")) {
      listener.on(new RunEvent.Removed("container", key));
    }
    pass(500);
    listener.on(new RunEvent.Removed("network", "elsewhere"));
    listener.on(new RunEvent.Removed("network", "lab"));
    listener.on(new RunEvent.RemovalFinished(Duration.ofMillis(500), List.of(leftovers)));
    return this;
  }

  Run keep() {
    listener.on(new RunEvent.Kept());
    return this;
  }

  ScenarioResult end(
      Outcome outcome, Problem problem, List<Leftover> left, AssertionResult... results) {
    ScenarioResult result =
        new ScenarioResult(
            plan,
            outcome,
            List.of(results),
            Optional.ofNullable(problem),
            left,
            false,
            Duration.ofNanos(nanos() - began));
    listener.on(new RunEvent.ScenarioFinished(result));
    return result;
  }
}
