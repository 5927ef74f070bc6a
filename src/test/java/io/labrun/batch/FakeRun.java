package io.labrun.batch;

import io.labrun.batch.lock.Locks;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.plan.Plan;
import io.labrun.run.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A run that touches no engine: it comes to an outcome, or lasts until it is stopped. */
record FakeRun(Locks locks, Body body) implements PlannedRun {
  static final Plan PLAN = Planned.of("lab", "0001", "");

  /** What it does. */
  interface Body {
    Outcome run(Lane lane, Cancellation cancellation);
  }

  FakeRun(Locks locks) {
    this(locks, (lane, cancellation) -> Outcome.PASSED);
  }

  /** Lasts until it is stopped, as a run would that hangs. */
  static Outcome hang(Cancellation cancellation) {
    while (!cancellation.isAsked()) {
      cancellation.pause(1_000);
    }
    return cancellation.overdue().isPresent() ? Outcome.ERROR : Outcome.INTERRUPTED;
  }

  /** Whose engine is not there leaves something. */
  private static List<Leftover> left(Outcome outcome) {
    return outcome == Outcome.ERROR ? List.of(new Leftover("run", "lab-0001", "gone")) : List.of();
  }

  @Override
  public ScenarioResult run(Lane lane, RunListener listener, Cancellation cancellation) {
    listener.on(new RunEvent.ScenarioStarted(PLAN));
    Outcome outcome = body.run(lane, cancellation);
    ScenarioResult result =
        new ScenarioResult(
            PLAN, outcome, List.of(), Optional.empty(), left(outcome), false, Duration.ofMillis(5));
    listener.on(new RunEvent.ScenarioFinished(result));
    return result;
  }
}
