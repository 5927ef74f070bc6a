package io.labrun.report.html;

import io.labrun.event.Mismatch;
import io.labrun.report.LineDiff;
import java.util.List;

/** Shows what was expected beside what was found, with the part that differs marked. */
final class Difference {
  private static final int SHORT = 56;
  private static final int MOST_ROWS = 60;
  private static final int MOST_CHARACTERS = 100_000;

  private final Markup out;
  private final Budget budget;

  Difference(Markup out, Budget budget) {
    this.out = out;
    this.budget = budget;
  }

  /** Whether both values fit into one line of words. */
  static boolean isShort(Mismatch wrong) {
    return !wrong.expected().contains("\n")
        && !wrong.found().contains("\n")
        && wrong.expected().length() + wrong.found().length() <= SHORT;
  }

  /** One line for beside a caret. */
  static String words(Mismatch wrong) {
    boolean deep = wrong.path().indexOf('.') >= 0 || wrong.path().indexOf('[') >= 0;
    return (deep ? wrong.path() + ": " : "")
        + (isShort(wrong)
            ? "expected " + wrong.expected() + ", found " + wrong.found()
            : "expected and found differ");
  }

  /** Writes both values. */
  void write(Mismatch wrong) {
    List<String> expected = lines(wrong.expected());
    List<String> found = expected.size() > 1 ? lines(wrong.found()) : List.of();
    if (found.size() > 1) {
      diff(LineDiff.of(expected, found));
      return;
    }
    out.open("dl", "class", "values");
    value("Expected", "expected", wrong.expected(), wrong.found());
    value("Found", "found", wrong.found(), wrong.expected());
    out.close("dl");
  }

  private static List<String> lines(String value) {
    return value.substring(0, Math.min(value.length(), MOST_CHARACTERS)).lines().toList();
  }

  /** A value in which what is not as in the other is marked. */
  private void value(String word, String style, String value, String other) {
    out.leaf("dt", word).open("dd");
    if (value.isEmpty()) {
      out.leaf("span", "(nothing)", "class", "muted");
    } else {
      out.open("pre").open("code", "class", style);
      marked(budget.take(value), other);
      out.close("code").close("pre");
    }
    out.close("dd");
  }

  private void marked(String value, String other) {
    int most = Math.min(value.length(), other.length());
    int begin = 0;
    while (begin < most && value.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < most - begin
        && value.charAt(value.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    boolean alike = begin + end > most / 3;
    if (!alike || begin + end == value.length()) {
      out.text(value);
      return;
    }
    out.text(value.substring(0, begin));
    out.leaf("mark", value.substring(begin, value.length() - end));
    out.text(value.substring(value.length() - end));
  }

  private void diff(List<LineDiff.Line> lines) {
    out.open("p", "class", "key");
    out.leaf("del", "− expected").text("  ").leaf("ins", "+ found").close("p");
    out.open("pre", "class", "diff");
    lines.stream().limit(MOST_ROWS).forEach(this::row);
    if (lines.size() > MOST_ROWS) {
      out.text("… " + (lines.size() - MOST_ROWS) + " more lines\n");
    }
    out.close("pre");
  }

  private void row(LineDiff.Line line) {
    switch (line.sign()) {
      case '-' -> out.leaf("del", "− " + line.text() + "\n");
      case '+' -> out.leaf("ins", "+ " + line.text() + "\n");
      case '@' -> out.leaf("span", "  … " + line.text(), "class", "muted").text("\n");
      default -> out.text("  " + line.text() + "\n");
    }
  }
}
