package io.labrun.report;

import io.labrun.event.Mismatch;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.util.Collection;
import java.util.List;

/** Says how what was found differs from what was expected: beside the caret, or below as a diff. */
final class DifferenceText {
  private static final String EXPECTED = "expected   ";
  private static final String FOUND = "found      ";
  private static final int SHORT = 56;
  private static final int MOST_ROWS = 24;
  private static final int BEFORE_DIFFERENCE = 16;
  private static final int MOST_CHARACTERS = 100_000;

  private final Pen pen;

  DifferenceText(Pen pen) {
    this.pen = pen;
  }

  /** Whether both values fit into one line of words. */
  boolean isShort(Mismatch mismatch) {
    return !mismatch.expected().contains("\n")
        && !mismatch.found().contains("\n")
        && mismatch.expected().length() + mismatch.found().length() <= SHORT;
  }

  /** One line: {@code expected X, found Y}, with the path where it leads into a value. */
  String words(Mismatch mismatch) {
    String path = leadsDown(mismatch.path()) ? pen.brief(mismatch.path()) + ": " : "";
    if (!isShort(mismatch)) {
      return path + "expected and found differ";
    }
    return path
        + "expected "
        + pen.safe(mismatch.expected())
        + ", found "
        + pen.safe(mismatch.found());
  }

  /** Whether a path leads into a value, so that it says more than the expectation does. */
  static boolean leadsDown(String path) {
    return path.indexOf('.') >= 0 || path.indexOf('[') >= 0;
  }

  /**
   * Adds both values where they don't fit into one line.
   *
   * @param outputs what is shown further down and need not be shown twice
   */
  void details(Mismatch mismatch, Collection<String> outputs, Gutter gutter) {
    if (isShort(mismatch)) {
      return;
    }
    List<String> expected = pen.safeLines(head(mismatch.expected()));
    List<String> found = pen.safeLines(head(mismatch.found()));
    boolean comparable = expected.size() > 1 && found.stream().anyMatch(expected::contains);
    if (comparable || (expected.size() > 1 && found.size() > 1)) {
      diff(LineDiff.of(expected, found), gutter);
    } else if (expected.size() <= 1 && found.size() <= 1) {
      longLines(String.join("", expected), String.join("", found), gutter);
    } else {
      block(EXPECTED, expected, gutter);
      boolean below = outputs.contains(mismatch.found().stripTrailing());
      block(FOUND, below ? List.of("what is shown below") : found, gutter);
    }
  }

  /** So much of a value that whoever sends a million characters does not keep us busy. */
  private static String head(String value) {
    return value.substring(0, Math.min(value.length(), MOST_CHARACTERS));
  }

  private void diff(List<LineDiff.Line> lines, Gutter gutter) {
    gutter.raw(pen.paint(Tone.GOOD, "- expected") + "  " + pen.paint(Tone.BAD, "+ found"));
    lines.stream().limit(MOST_ROWS).forEach(line -> gutter.raw(row(line, gutter.room())));
    if (lines.size() > MOST_ROWS) {
      leftOut(lines.size() - MOST_ROWS, gutter);
    }
  }

  private String row(LineDiff.Line line, int room) {
    if (line.sign() == '@') {
      return pen.paint(Tone.MUTED, "  " + pen.theme().marks().ellipsis() + " " + line.text());
    }
    String text = pen.clip(line.sign() + " " + line.text(), room);
    return line.sign() == ' ' ? text : pen.paint(line.sign() == '-' ? Tone.GOOD : Tone.BAD, text);
  }

  private void longLines(String expected, String found, Gutter gutter) {
    int same = 0;
    while (same < Math.min(expected.length(), found.length())
        && expected.charAt(same) == found.charAt(same)) {
      same++;
    }
    int room = gutter.room() - EXPECTED.length();
    int skip =
        TextWidth.of(expected) <= room && TextWidth.of(found) <= room
            ? 0
            : Math.max(0, same - BEFORE_DIFFERENCE);
    gutter.raw(pen.paint(Tone.MUTED, EXPECTED) + window(expected, skip, room));
    gutter.raw(pen.paint(Tone.MUTED, FOUND) + window(found, skip, room));
  }

  private String window(String text, int skip, int room) {
    if (skip == 0) {
      return pen.clip(text, room);
    }
    String sign = pen.theme().marks().ellipsis();
    return sign + pen.clip(text.substring(Math.min(skip, text.length())), room - sign.length());
  }

  private void block(String lead, List<String> lines, Gutter gutter) {
    String indent = lead;
    int most = MOST_ROWS / 2;
    List<String> shown = lines.isEmpty() ? List.of("(nothing)") : lines;
    for (String line : shown.subList(0, Math.min(shown.size(), most))) {
      gutter.raw(pen.paint(Tone.MUTED, indent) + pen.clip(line, gutter.room() - lead.length()));
      indent = " ".repeat(lead.length());
    }
    if (shown.size() > most) {
      leftOut(shown.size() - most, gutter);
    }
  }

  private void leftOut(int lines, Gutter gutter) {
    gutter.raw(
        pen.paint(
            Tone.MUTED, pen.theme().marks().ellipsis() + " " + Words.count(lines, "more line")));
  }
}
