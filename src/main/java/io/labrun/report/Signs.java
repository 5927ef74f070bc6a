package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.source.Marks;
import io.labrun.source.Theme;
import io.labrun.source.Tone;
import java.util.List;

/** The signs before results, all of one width so that what follows stands in a column. */
final class Signs {
  private static final int ASCII_WIDTH = 4;
  private static final List<String> SPINNER =
      List.of("⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏");
  private static final List<String> ASCII_SPINNER = List.of("|", "/", "-", "\\");
  private static final long SPIN_NANOS = 100_000_000L;

  private Signs() {}

  /** The sign and the blanks around it for an assertion's result. */
  static String lead(Theme theme, AssertionResult result) {
    Marks marks = theme.marks();
    return lead(
        theme,
        switch (result.status()) {
          case PASSED -> marks.pass();
          case FAILED -> result.isWarning() ? marks.error() : marks.fail();
          case ERROR -> marks.error();
          case BLOCKED, SKIPPED -> marks.skip();
        });
  }

  /** A sign and the blanks around it. */
  static String lead(Theme theme, String sign) {
    int width = theme.marks() == Marks.UNICODE ? 1 : ASCII_WIDTH;
    return "  " + sign + " ".repeat(Math.max(0, width - sign.length())) + " ";
  }

  /** The sign of what is under way, which turns with time. */
  static String spinner(Theme theme, long nanos) {
    List<String> frames = theme.marks() == Marks.UNICODE ? SPINNER : ASCII_SPINNER;
    return frames.get((int) Math.floorMod(nanos / SPIN_NANOS, (long) frames.size()));
  }

  /** The tone of a result. */
  static Tone tone(AssertionResult result) {
    return switch (result.status()) {
      case PASSED -> Tone.GOOD;
      case FAILED, ERROR -> result.isWarning() ? Tone.WARNING : Tone.BAD;
      case BLOCKED, SKIPPED -> Tone.WARNING;
    };
  }
}
