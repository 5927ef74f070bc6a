package io.labrun.report;

import io.labrun.source.CodeFrame;
import io.labrun.source.Span;
import io.labrun.source.TextWidth;
import io.labrun.source.Theme;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** Lines behind a bar, with pieces of the scenario among them, below what they are about. */
final class Gutter {
  private static final int BAR_COLUMN = 6;
  private static final int MOST_BEFORE = 3;

  private final Pen pen;
  private final List<String> lines = new ArrayList<>();

  Gutter(Pen pen) {
    this.pen = pen;
  }

  /** The columns that a line behind the bar has. */
  int room() {
    return pen.width() - BAR_COLUMN - 2;
  }

  /**
   * Shows a place of the scenario with words beside the caret; below it where they don't fit.
   *
   * @param context a place above from which to show the lines, if it is near
   */
  void frame(Span span, Span context, String label, Tone tone) {
    List<String> beside = rows(span, context, label, tone);
    List<String> without = rows(span, context, "", tone);
    String caret = without.get(without.size() - 1);
    boolean fits =
        width(caret) + 1 + TextWidth.of(label) <= pen.width() && beside.size() == without.size();
    lines.addAll(fits ? beside : without);
    if (!fits) {
      text(label, tone);
    }
  }

  /** Adds a safe text. */
  void text(String text) {
    pen.wrap(text, room()).forEach(line -> raw(line));
  }

  /** Adds a safe text in a tone. */
  void text(String text, Tone tone) {
    pen.wrap(text, room()).forEach(line -> raw(pen.paint(tone, line)));
  }

  /** Adds a safe text that wraps beside a lead. */
  void beside(String lead, String text) {
    List<String> wrapped = pen.wrap(text, Math.max(8, room() - TextWidth.of(lead)));
    raw(pen.paint(Tone.MUTED, lead) + wrapped.get(0));
    wrapped.stream().skip(1).forEach(line -> raw(" ".repeat(TextWidth.of(lead)) + line));
  }

  /** Adds a line as it is; it must be safe and fit. */
  void raw(String line) {
    String bar = pen.paint(Tone.MUTED, " ".repeat(BAR_COLUMN) + pen.theme().marks().bar());
    lines.add((bar + " " + line).stripTrailing());
  }

  /** All lines so far. */
  List<String> lines() {
    return lines;
  }

  private List<String> rows(Span span, Span context, String label, Tone tone) {
    int gutter = Integer.toString(span.line()).length();
    String shift = " ".repeat(Math.max(0, BAR_COLUMN - 1 - gutter));
    Theme theme = pen.theme();
    Theme narrower =
        new Theme(theme.marks(), theme.colour(), Math.max(20, theme.width() - shift.length()));
    return new CodeFrame(narrower)
        .render(span, label, before(span, context), tone).stream()
            .map(row -> (shift + row).stripTrailing())
            .toList();
  }

  private static int before(Span span, Span context) {
    int distance = span.line() - context.line();
    boolean near = context.source().equals(span.source()) && distance >= 0;
    return near && distance <= MOST_BEFORE ? distance : 0;
  }

  /** The columns of a line that has no other escapes than the theme's colours. */
  private static int width(String painted) {
    return TextWidth.of(painted.replaceAll("\u001b\\[[0-9;]*m", ""));
  }
}
