package io.labrun.batch;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time since something began. */
final class Since {
  private final LongSupplier nanos;
  private final long began;

  /** It begins now. */
  Since(LongSupplier nanos) {
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  LongSupplier nanos() {
    return nanos;
  }

  /** The time since then. */
  Duration elapsed() {
    return Duration.ofNanos(nanos.getAsLong() - began);
  }
}
