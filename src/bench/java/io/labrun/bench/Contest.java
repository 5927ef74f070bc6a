package io.labrun.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * labrun's way beside another way to the same end.
 *
 * @param title what is done
 * @param ours labrun's way
 * @param otherName the other way's name
 * @param other the other way; empty with the reason as {@code otherName} where it can't be had here
 * @param budget what we ask of ourselves, in words
 * @param runs how often each is run
 */
record Contest(
    String title,
    Command ours,
    String otherName,
    Optional<Command> other,
    String budget,
    int runs) {

  static String head() {
    return "%-34s %9s   %-30s %9s %6s   %-9s %8s"
        .formatted("", "labrun", "beside", "", "ratio", "budget", "peak RSS");
  }

  /**
   * Runs both in turn, A B A B, after one of each to warm the disk's cache; one line of a table.
   */
  String line() throws IOException, InterruptedException {
    ours.seconds();
    if (other.isPresent()) {
      other.get().seconds();
    }
    double[] mine = new double[runs];
    double[] theirs = new double[runs];
    for (int i = 0; i < runs; i++) {
      mine[i] = ours.seconds();
      theirs[i] = other.isPresent() ? other.get().seconds() : Double.NaN;
    }
    return format(median(mine), median(theirs), ours.peakMebibytes());
  }

  private String format(double mine, double theirs, long peak) {
    String beside =
        other.isPresent()
            ? "%-30s %7.3f s %6.2f".formatted(otherName, theirs, mine / theirs)
            : "%-30s %9s %6s".formatted(otherName, "-", "-");
    return String.format(
        Locale.ROOT, "%-34s %7.3f s   %s   %-9s %4d MiB", title, mine, beside, budget, peak);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
