package io.labrun.report;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
public final class Times {
  private Times() {}

  /**
   * Tenths of a second up to a minute, then minutes and seconds: {@code 0.2 s}, {@code 1 min 5 s}.
   */
  public static String of(Duration time) {
    long tenths = Math.round(time.toMillis() / 100.0);
    if (tenths < 600) {
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    long seconds = time.toSeconds();
    return seconds < 3600
        ? seconds / 60 + " min " + seconds % 60 + " s"
        : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** A number of bytes in MB or kB, as {@code docker pull} shows them (powers of 1000). */
  static String bytes(long bytes) {
    return bytes < 1_000_000
        ? bytes / 1000 + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
