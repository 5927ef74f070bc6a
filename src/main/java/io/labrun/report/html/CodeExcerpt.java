package io.labrun.report.html;

import io.labrun.source.Printable;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import io.labrun.source.TextWidth;

/** Shows a place of a scenario: its lines as written, with numbers, and what is meant marked. */
final class CodeExcerpt {
  private static final int MOST_BEFORE = 3;
  private static final int MOST_LINES = 24;
  private static final int MOST_INDENT = 48;
  private static final int AROUND = 160;
  private static final int LONG = 2 * AROUND;

  private final Markup out;

  CodeExcerpt(Markup out) {
    this.out = out;
  }

  /** The lines of a place, nothing marked. */
  void whole(Span span) {
    SourceText source = span.source();
    int last = Math.max(span.line(), source.lineOf(Math.max(span.start(), span.end() - 1)));
    int end = Math.min(last, span.line() + MOST_LINES - 1);
    begin(span);
    for (int line = span.line(); line <= end; line++) {
      number(line);
      out.text(cut(source.line(line)) + "\n");
    }
    if (end < last) {
      out.text("… " + (last - end) + " more\n");
    }
    finish();
  }

  /**
   * A place, marked.
   *
   * @param context a place above from which to show the lines, if it is near
   * @param label words below the mark; may be empty
   */
  void marked(Span span, Span context, String label) {
    int distance = span.line() - context.line();
    boolean near = context.source().equals(span.source()) && distance > 0;
    int before = near && distance <= MOST_BEFORE ? distance : 0;
    begin(span);
    for (int line = span.line() - before; line < span.line(); line++) {
      number(line);
      out.text(cut(span.source().line(line)) + "\n");
    }
    number(span.line());
    int column = line(span);
    if (!label.isEmpty()) {
      out.leaf("span", " ".repeat(column > MOST_INDENT ? 0 : column), "class", "indent");
      out.open("span", "class", "label");
      out.leaf("span", "^ ", "aria-hidden", "true").text(label).close("span");
    }
    finish();
  }

  /** The line with its mark, of a long one no more than is near it; gives the mark's column. */
  private int line(Span span) {
    String line = span.source().line(span.line());
    int start = span.start() - span.source().startOfLine(span.line());
    int from = Math.min(start, line.length());
    int to = Math.min(from + span.end() - span.start(), line.length());
    int left = line.length() <= LONG ? 0 : Math.max(0, from - AROUND);
    int right = line.length() <= LONG ? line.length() : Math.min(line.length(), from + AROUND);
    to = Math.min(to, right);
    String before = (left > 0 ? "…" : "") + line.substring(left, from);
    out.text(before);
    out.leaf("mark", from == to ? " " : line.substring(from, to));
    out.text(line.substring(to, right) + (right < line.length() ? "…" : "") + "\n");
    return TextWidth.of(Printable.line(before));
  }

  private void begin(Span span) {
    out.open("figure", "class", "code").leaf("figcaption", span.place());
    out.open("pre").open("code");
  }

  private void finish() {
    out.close("code").close("pre").close("figure");
  }

  private void number(int line) {
    out.leaf("span", Integer.toString(line), "class", "line");
  }

  private static String cut(String line) {
    return line.length() <= LONG ? line : line.substring(0, LONG) + "…";
  }
}
