package io.labrun.event;

import io.labrun.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one run of one scenario.
 *
 * @param plan what was carried out
 * @param outcome what came of it
 * @param assertions each assertion's result, in order; all of them, tried or not
 * @param problem why it could not be run, or was skipped, refused or interrupted
 * @param leftovers what could not be removed; empty as a rule
 * @param kept whether it was left standing on purpose
 * @param time from the first step to the last removal
 */
public record ScenarioResult(
    Plan plan,
    Outcome outcome,
    List<AssertionResult> assertions,
    Optional<Problem> problem,
    List<Leftover> leftovers,
    boolean kept,
    Duration time) {

  /** How many assertions have a status. */
  public long count(Status status) {
    return assertions.stream().filter(result -> result.status() == status).count();
  }
}
