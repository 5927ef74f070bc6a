package io.labrun.report;

import java.util.List;

/** Counts and lists in words. */
public final class Words {
  private static final int MOST_NAMES = 12;
  private static final int NAMES_OF_MANY = 10;

  private Words() {}

  /** A count with its noun: {@code 1 container}, {@code 2 containers}. */
  public static String count(long number, String noun) {
    return number + " " + (number == 1 ? noun : noun + "s");
  }

  /** Names with commas; of very many only the first. */
  static String names(List<String> names) {
    if (names.size() <= MOST_NAMES) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, NAMES_OF_MANY))
        + " and "
        + (names.size() - NAMES_OF_MANY)
        + " more";
  }
}
