package io.labrun.run;

import java.time.Duration;

/** Measures the time since it was made. */
final class Stopwatch {
  private final long start = System.nanoTime();

  /** The time since it was made. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
