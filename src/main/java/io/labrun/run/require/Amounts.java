package io.labrun.run.require;

import java.util.Locale;

/** Amounts of bytes in words. */
public final class Amounts {
  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

  private Amounts() {}

  /** An amount in the largest binary unit of which there is at least one: {@code 1.5 GiB}. */
  public static String binary(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
  }
}
