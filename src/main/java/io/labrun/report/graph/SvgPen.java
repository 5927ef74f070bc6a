package io.labrun.report.graph;

import io.labrun.report.Entities;
import io.labrun.source.Printable;

/** Writes the elements of an SVG picture; whatever text it is given comes out as text. */
final class SvgPen {
  private final StringBuilder out = new StringBuilder();

  /** Writes an element's beginning or end, or other text of ours, as it is. */
  SvgPen raw(String markup) {
    out.append(markup).append('\n');
    return this;
  }

  private SvgPen begin(String element, String style) {
    out.append('<').append(element).append(" class=\"").append(style).append('"');
    return this;
  }

  private SvgPen attribute(String name, int value) {
    out.append(' ').append(name).append("=\"").append(value).append('"');
    return this;
  }

  /** A rectangle with round corners. */
  SvgPen rect(String style, int x, int y, int width, int height, int radius) {
    return begin("rect", style)
        .attribute("x", x)
        .attribute("y", y)
        .attribute("width", width)
        .attribute("height", height)
        .attribute("rx", radius)
        .raw("/>");
  }

  /** The way of a path: a pattern in which each percent sign stands for a number. */
  static String way(String pattern, Object... numbers) {
    StringBuilder way = new StringBuilder();
    int next = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      way.append(c == '%' ? numbers[next++] : String.valueOf(c));
    }
    return way.toString();
  }

  /** A line or a shape. */
  SvgPen path(String style, String d) {
    return begin("path", style).raw(" d=\"" + d + "\"/>");
  }

  /** A dot. */
  SvgPen dot(String style, int x, int y, int radius) {
    return begin("circle", style)
        .attribute("cx", x)
        .attribute("cy", y)
        .attribute("r", radius)
        .raw("/>");
  }

  /** A line of text that begins at a place. */
  SvgPen text(String style, int x, int y, String text) {
    return begin("text", style)
        .attribute("x", x)
        .attribute("y", y)
        .raw(">" + escaped(text) + "</text>");
  }

  /** What a reader is told who points at the element that was just begun. */
  SvgPen title(String text) {
    return raw("<title>" + escaped(text) + "</title>");
  }

  /** A text that is neither markup nor anything that XML forbids. */
  static String escaped(String text) {
    return Entities.escaped(Printable.line(text.replace('\n', '\u2028')).replace("\\u2028", " · "));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
