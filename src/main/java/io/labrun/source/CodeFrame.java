package io.labrun.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows a place in a text: the file, the line exactly as written, and a caret under the words.
 *
 * <p>A line longer than the theme is wide is shown around the caret. A span over several lines is
 * marked on its first.
 */
public final class CodeFrame {
  /** What is farther than this from the caret is not looked at: a line may be as long as a file. */
  private static final int FAR = 1_000;

  private final Theme theme;

  /** A frame drawn in a theme. */
  public CodeFrame(Theme theme) {
    this.theme = theme;
  }

  /**
   * The lines of a frame.
   *
   * @param span what to mark
   * @param label words beside the caret; may be empty
   * @param before how many lines before the marked one to show, at least 0
   * @param tone the tone of the caret and the label
   */
  public List<String> render(Span span, String label, int before, Tone tone) {
    int line = span.line();
    int gutter = Integer.toString(line).length();
    List<String> out = new ArrayList<>();
    String place = Printable.line(span.place());
    out.add(muted(" ".repeat(gutter) + " " + theme.marks().corner() + " " + place));
    for (int n = Math.max(1, line - before); n < line; n++) {
      out.add(
          row(
              gutter,
              Integer.toString(n),
              window(Printable.line(span.source().line(n)), 0, gutter)));
    }
    marked(span, label, gutter, tone, out);
    return out;
  }

  private void marked(Span span, String label, int gutter, Tone tone, List<String> out) {
    String line = span.source().line(span.line());
    int start = Math.min(span.start() - span.source().startOfLine(span.line()), line.length());
    int left = Math.max(0, start - FAR);
    String raw = line.substring(left, Math.min(line.length(), start + FAR));
    int from = start - left;
    int to = Math.min(from + span.end() - span.start(), raw.length());
    String code = Printable.line(raw);
    int indent = TextWidth.of(Printable.line(raw.substring(0, from)));
    int width = Math.max(1, TextWidth.of(Printable.line(raw.substring(0, to))) - indent);
    int skipped = skip(indent, width, TextWidth.of(code), gutter);
    out.add(row(gutter, Integer.toString(span.line()), window(code, skipped, gutter)));
    int shown = Math.min(width, room(gutter) - (indent - skipped));
    String caret = "^".repeat(Math.max(1, shown)) + (label.isEmpty() ? "" : " " + label);
    out.add(row(gutter, "", " ".repeat(indent - skipped) + theme.paint(tone, caret)));
  }

  private String row(int gutter, String number, String code) {
    String padded = " ".repeat(gutter - number.length()) + number;
    return (muted(padded + " " + theme.marks().bar()) + " " + code).stripTrailing();
  }

  private int room(int gutter) {
    return theme.width() - gutter - 3;
  }

  /** How many columns of a long line to leave out so that the marked words are in sight. */
  private int skip(int indent, int width, int total, int gutter) {
    int room = room(gutter);
    boolean inSight = total <= room || indent + width <= room - theme.marks().ellipsis().length();
    return inSight ? 0 : Math.max(0, indent - room / 3);
  }

  private String window(String code, int skipped, int gutter) {
    String ellipsis = theme.marks().ellipsis();
    String rest = code.substring(TextWidth.clip(code, skipped).length());
    if (skipped > 0) {
      rest = ellipsis + rest.substring(TextWidth.clip(rest, ellipsis.length()).length());
    }
    return TextWidth.of(rest) > room(gutter)
        ? TextWidth.clip(rest, room(gutter) - ellipsis.length()) + ellipsis
        : rest;
  }

  private String muted(String text) {
    return theme.paint(Tone.MUTED, text);
  }
}
