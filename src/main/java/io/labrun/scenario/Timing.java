package io.labrun.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * How long and how often a check is tried; each empty where the author left it to the default.
 *
 * @param within until when it must hold; zero tries once
 * @param every pause between attempts
 * @param hold how long it must stay true
 * @param timeout bound of one attempt
 */
public record Timing(
    Optional<Duration> within,
    Optional<Duration> every,
    Optional<Duration> hold,
    Optional<Duration> timeout) {

  /** Nothing said. */
  public static final Timing UNSAID =
      new Timing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What is said here, and where nothing is, what the other says. */
  public Timing or(Timing other) {
    return new Timing(
        within.or(other::within),
        every.or(other::every),
        hold.or(other::hold),
        timeout.or(other::timeout));
  }
}
