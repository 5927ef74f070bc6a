package io.labrun.report.graph;

import io.labrun.source.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** Texts as Mermaid writes them. */
final class MermaidWords {
  private MermaidWords() {}

  /** Lines of text in quotes, between what stands before and after them. */
  static String quoted(String before, List<String> lines, String after) {
    return before
        + lines.stream().map(MermaidWords::escaped).collect(Collectors.joining("<br/>", "\"", "\""))
        + after;
  }

  /** A text in quotes. */
  static String text(String text) {
    return "\"" + escaped(text) + "\"";
  }

  /**
   * A text in which Mermaid finds nothing but text: whatever is no letter, digit or harmless sign
   * is written as an entity (Mermaid, "Entity codes to escape characters"). What would reorder it
   * would do so as an entity too, and is written as an escape.
   */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    Printable.line(text.replaceAll("[\\r\\n\\t]+", " "))
        .codePoints()
        .forEach(
            point -> {
              if (Character.isLetterOrDigit(point) || " .:,/-_()→·×✓✗…".indexOf(point) >= 0) {
                out.appendCodePoint(point);
              } else {
                out.append('#').append(point).append(';');
              }
            });
    return out.toString();
  }
}
