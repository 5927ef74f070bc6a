package io.labrun.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One run of a scenario in a batch.
 *
 * @param result what came of it
 * @param engine the address of the engine it ran on, for people; empty if it needed none
 * @param start when it began, since the batch began
 * @param stretches what was done when, in the order in which it began
 * @param snapshot what stood when the last assertion had its verdict; empty if nobody asked for it
 */
public record ScenarioRun(
    ScenarioResult result,
    String engine,
    Duration start,
    List<Stretch> stretches,
    Optional<Snapshot> snapshot) {

  /** A run of which no more is known than what came of it. */
  public static ScenarioRun of(ScenarioResult result) {
    return new ScenarioRun(result, "", Duration.ZERO, List.of(), Optional.empty());
  }
}
