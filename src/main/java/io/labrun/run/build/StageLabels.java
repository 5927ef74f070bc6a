package io.labrun.run.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gives every stage of a Dockerfile a label, right at its begin: by it the containers in which the
 * steps run are found while they run, and what the steps leave when they fail.
 */
final class StageLabels {
  private StageLabels() {}

  /** A value of a label that needs no quotes: a letter that would becomes {@code _}. */
  static String value(String text) {
    return text.replaceAll("[^A-Za-z0-9._@:-]", "_");
  }

  /**
   * The text with a label after each {@code FROM}.
   *
   * @param label as {@code name=value}, whose letters need no quotes
   */
  static String add(String dockerfile, String label) {
    List<String> lines = dockerfile.replaceFirst("^\uFEFF", "").lines().toList();
    String escape = Dockerfile.escape(lines);
    List<String> out = new ArrayList<>();
    boolean goesOn = false;
    boolean stage = false;
    for (String line : lines) {
      String bare = line.strip();
      out.add(line);
      if (bare.isEmpty() || bare.startsWith("#")) {
        continue;
      }
      stage = goesOn ? stage : bare.toUpperCase(Locale.ROOT).matches("FROM(\\s.*)?");
      goesOn = bare.endsWith(escape);
      if (stage && !goesOn) {
        out.add("LABEL " + label);
      }
    }
    return String.join("\n", out) + "\n";
  }
}
