package io.labrun.event;

import io.labrun.scenario.Assertion;
import io.labrun.scenario.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one assertion.
 *
 * @param assertion which
 * @param status what came of it
 * @param time from its first action to its verdict
 * @param attempts how often the check was tried; 0 if it was not
 * @param observations what the last attempt saw, subject by subject; the failing ones carry their
 *     mismatches
 * @param across what did not hold between the subjects; empty when all did
 * @param problem why it is an error, blocked or skipped, or why trying stopped early
 */
public record AssertionResult(
    Assertion assertion,
    Status status,
    Duration time,
    int attempts,
    List<Observation> observations,
    List<Mismatch> across,
    Optional<Problem> problem) {

  /** An assertion that was never tried. */
  public static AssertionResult untried(Assertion assertion, Status status, Problem why) {
    return new AssertionResult(
        assertion, status, Duration.ZERO, 0, List.of(), List.of(), Optional.of(why));
  }

  /** What was seen where the first claim that does not hold found no value; otherwise empty. */
  public Optional<String> whyNoValue() {
    return observations.stream()
        .filter(seen -> !seen.mismatches().isEmpty())
        .findFirst()
        .flatMap(Observation::whyNoValue);
  }

  /** Whether it does not hold but only warns. */
  public boolean isWarning() {
    return status != Status.PASSED && assertion.level() == Level.WARNING;
  }
}
