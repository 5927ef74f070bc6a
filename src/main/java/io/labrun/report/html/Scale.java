package io.labrun.report.html;

import java.time.Duration;
import java.util.Locale;

/**
 * Places on an axis of time, in percent of its length.
 *
 * @param whole what the axis is long
 */
record Scale(Duration whole) {
  private static final double LEAST = 0.5;

  /** Where something begins. */
  String at(Duration begin) {
    return percent(Math.min(100 - LEAST, share(begin)));
  }

  /** How wide something is that begins there; wide enough to be seen. */
  String wide(Duration begin, Duration time) {
    double room = 100 - Math.min(100 - LEAST, share(begin));
    return percent(Math.min(room, Math.max(LEAST, share(time))));
  }

  private double share(Duration time) {
    return 100.0 * time.toNanos() / Math.max(1, whole.toNanos());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }
}
