package io.labrun.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many files which option has left out. */
final class LeftOut {
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /** An option has left out some. */
  void add(String option, int files) {
    if (files > 0) {
      counts.put(option, files);
    }
  }

  /**
   * All of it in a line; empty where nothing was left out.
   *
   * @param all how many there were
   */
  String words(int all) {
    int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
    String first = sum + " of " + all + " left out";
    return switch (counts.size()) {
      case 0 -> "";
      case 1 -> first + " by " + counts.keySet().iterator().next();
      default ->
          first
              + ": "
              + counts.entrySet().stream()
                  .map(one -> one.getValue() + " by " + one.getKey())
                  .collect(Collectors.joining(", "));
    };
  }
}
