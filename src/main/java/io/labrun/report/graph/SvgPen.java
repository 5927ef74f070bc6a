package io.labrun.report.graph;

import io.labrun.source.Printable;

/** Writes the elements of an SVG picture; whatever text it is given comes out as text. */
final class SvgPen {
  private final StringBuilder out = new StringBuilder();

  /** Writes an element's beginning or end, or other text of ours, as it is. */
  SvgPen raw(String markup) {
    out.append(markup).append('\n');
    return this;
  }

  /** A rectangle with round corners. */
  SvgPen rect(String style, int x, int y, int width, int height, int radius) {
    return raw(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>"
            .formatted(style, x, y, width, height, radius));
  }

  /** A line or a shape. */
  SvgPen path(String style, String d) {
    return raw("<path class=\"%s\" d=\"%s\"/>".formatted(style, d));
  }

  /** A dot. */
  SvgPen dot(String style, int x, int y, int radius) {
    return raw(
        "<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"%d\"/>".formatted(style, x, y, radius));
  }

  /** A line of text that begins at a place. */
  SvgPen text(String style, int x, int y, String text) {
    return raw(
        "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>".formatted(style, x, y, escaped(text)));
  }

  /** What a reader is told who points at the element that was just begun. */
  SvgPen title(String text) {
    return raw("<title>" + escaped(text) + "</title>");
  }

  /** A text that is neither markup nor anything that XML forbids. */
  static String escaped(String text) {
    return Printable.line(text.replace('\n', '\u2028'))
        .replace("\\u2028", " · ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
