package io.labrun.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * What holds for all assertions of a scenario.
 *
 * @param timing for every assertion that does not say otherwise; complete, never partly empty
 * @param probeImage the image that probes run from
 */
public record Defaults(Timing timing, String probeImage) {
  /** What holds where a scenario says nothing: the numbers of the language. */
  public static final Defaults LANGUAGE =
      new Defaults(
          new Timing(
              Optional.of(Duration.ofSeconds(10)),
              Optional.of(Duration.ofMillis(250)),
              Optional.of(Duration.ZERO),
              Optional.of(Duration.ofSeconds(5))),
          "busybox");
}
