package io.labrun.batch;

import io.labrun.event.BatchEvent;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.run.Cancellation;
import java.time.Duration;
import java.util.Optional;

/** One run of a file on an engine, from its begin to its end. */
final class OneRun {
  private final Ticket ticket;
  private final Lane lane;
  private final Turns turns;
  private final Since clock;

  OneRun(Ticket ticket, Lane lane, Turns turns, Since clock) {
    this.ticket = ticket;
    this.lane = lane;
    this.turns = turns;
    this.clock = clock;
  }

  /** Carries it out; in any case all is told of it then. */
  ScenarioRun carryOut(Cancellation cancellation) {
    Duration start = clock.elapsed();
    Timeline timeline = new Timeline(clock.nanos());
    tell(new BatchEvent.FileStarted(ticket.file(), ticket.run(), lane.address()));
    try {
      ScenarioResult result =
          ticket
              .planned()
              .run(
                  lane,
                  event -> {
                    timeline.on(event);
                    tell(new BatchEvent.RunHappened(ticket.file(), event));
                  },
                  cancellation);
      return new ScenarioRun(
          result, lane.address(), start, timeline.stretches(), timeline.snapshot());
    } finally {
      turns.ended(ticket.run());
    }
  }

  private void tell(BatchEvent event) {
    turns.tell(ticket.run(), event);
  }

  /**
   * The same run with another outcome, because its engine is gone.
   *
   * @param why says so
   */
  static ScenarioRun with(Outcome outcome, String why, ScenarioRun run) {
    ScenarioResult old = run.result();
    Problem problem = Problem.of(why).details(old.problem().map(Problem::what).stream().toList());
    ScenarioResult result =
        new ScenarioResult(
            old.plan(),
            outcome,
            old.assertions(),
            Optional.of(problem),
            old.leftovers(),
            old.kept(),
            old.time());
    return new ScenarioRun(result, run.engine(), run.start(), run.stretches(), run.snapshot());
  }
}
