package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.source.Tone;
import java.util.List;
import java.util.stream.IntStream;

/** The verdict on a scenario, to be taken in at a glance. */
public final class VerdictText {
  /** Keeps a time in one piece. */
  private static final char UNBROKEN = '\u00a0';

  private VerdictText() {}

  /**
   * What came of all assertions, and how long it took: one line where there is room.
   *
   * @param name whose verdict it is, with what is between them; may be empty
   */
  static List<String> lines(ScenarioResult result, String name, Pen pen) {
    String time = Times.of(result.time()).replace(' ', UNBROKEN);
    List<String> lines = pen.wrap(name + words(result, " in " + time), pen.width());
    return IntStream.range(0, lines.size())
        .mapToObj(i -> painted(lines.get(i), i == 0 ? name : "", tone(result), pen))
        .toList();
  }

  private static String painted(String line, String name, Tone tone, Pen pen) {
    boolean named = line.startsWith(name);
    String words = (named ? line.substring(name.length()) : line).replace(UNBROKEN, ' ');
    return (named ? name : "") + pen.paint(tone, words);
  }

  /** The verdict without its time. */
  public static String words(ScenarioResult result) {
    return words(result, "");
  }

  private static String words(ScenarioResult result, String time) {
    String words =
        switch (result.outcome()) {
          case SKIPPED -> "skipped";
          case REFUSED -> "refused";
          case INTERRUPTED ->
              "interrupted" + time.replace(" in ", " after ") + ": " + counts(result);
          default -> isChecked(result) ? counts(result) + time : counts(result);
        };
    return words + leftovers(result);
  }

  private static boolean isChecked(ScenarioResult result) {
    return result.assertions().stream().anyMatch(one -> one.status() != Status.SKIPPED);
  }

  private static String counts(ScenarioResult result) {
    List<AssertionResult> all = result.assertions();
    if (!isChecked(result)) {
      return "nothing was checked" + (all.isEmpty() ? ": there are no assertions" : "");
    }
    StringBuilder out = new StringBuilder();
    out.append(result.count(Status.PASSED)).append(" of ");
    out.append(Words.count(all.size(), "assertion")).append(" passed");
    add(out, count(all, Status.FAILED, false), "failed");
    add(out, count(all, Status.ERROR, false), "could not be checked");
    add(out, result.count(Status.BLOCKED), "blocked");
    add(out, result.count(Status.SKIPPED), "not tried");
    long warnings = count(all, Status.FAILED, true) + count(all, Status.ERROR, true);
    if (warnings > 0) {
      out.append(", ").append(Words.count(warnings, "warning"));
    }
    return out.toString();
  }

  private static long count(List<AssertionResult> all, Status status, boolean warning) {
    return all.stream().filter(r -> r.status() == status && r.isWarning() == warning).count();
  }

  private static void add(StringBuilder out, long count, String words) {
    if (count > 0) {
      out.append(", ").append(count).append(' ').append(words);
    }
  }

  private static String leftovers(ScenarioResult result) {
    int left = result.leftovers().size();
    return left == 0 ? "" : "; " + Words.count(left, "object") + " left behind";
  }

  /** The tone of a verdict. */
  static Tone tone(ScenarioResult result) {
    if (!result.leftovers().isEmpty()) {
      return Tone.BAD;
    }
    return switch (result.outcome()) {
      case PASSED -> Tone.GOOD;
      case FAILED, ERROR, REFUSED -> Tone.BAD;
      case SKIPPED, INTERRUPTED -> Tone.WARNING;
    };
  }
}
