package io.labrun.run.check;

import java.util.Locale;

/** Short times as numbers of milliseconds. */
final class Millis {
  private Millis() {}

  /** Two decimals below ten, one above, none that say nothing: {@code 0.4}, {@code 120.3}. */
  static String number(double millis) {
    return String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%.1f", millis)
        .replaceFirst("\\.?0+$", "");
  }

  /** The time since a moment of {@link System#nanoTime} as a duration: {@code 12.5ms}. */
  static String since(long nanos) {
    return number((System.nanoTime() - nanos) / 1e6) + "ms";
  }
}
