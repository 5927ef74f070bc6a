package io.labrun.report.file;

import java.math.BigDecimal;
import java.time.Duration;

/** Numbers as programs read them. */
final class Quantity {
  private static final int MILLIS = 3;

  private Quantity() {}

  /** A time in seconds, to the millisecond, without superfluous zeros: {@code 0.25}. */
  static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), MILLIS).stripTrailingZeros().toPlainString();
  }
}
