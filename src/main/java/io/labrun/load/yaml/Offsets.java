package io.labrun.load.yaml;

import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns snakeyaml-engine's marks, which count code points, into places of a source text. */
final class Offsets {
  private final SourceText source;
  private final int[] units;

  Offsets(SourceText source) {
    this.source = source;
    String text = source.text();
    int points = text.codePointCount(0, text.length());
    this.units = points == text.length() ? null : units(text, points);
  }

  private static int[] units(String text, int points) {
    int[] out = new int[points + 1];
    int unit = 0;
    for (int point = 0; point < points; point++) {
      out[point] = unit;
      unit += Character.charCount(text.codePointAt(unit));
    }
    out[points] = unit;
    return out;
  }

  SourceText source() {
    return source;
  }

  /** The UTF-16 offset of a mark; the end of the text where there is none. */
  int of(Optional<Mark> mark) {
    int point = mark.map(Mark::getIndex).orElse(Integer.MAX_VALUE);
    if (units == null) {
      return Math.min(point, source.text().length());
    }
    return units[Math.min(point, units.length - 1)];
  }

  /** The span between two offsets, without the blanks and line ends at its end. */
  Span trimmed(int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(source.text().charAt(last - 1))) {
      last--;
    }
    return source.span(start, last);
  }

  /** Where a value begins whose anchor and tag ({@code &a !!str}) begin at an offset. */
  int afterProperties(int start) {
    String text = source.text();
    int at = start;
    while (at < text.length() && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      at = afterBlanks(text, at);
    }
    return at;
  }

  private static int afterBlanks(String text, int start) {
    int at = start;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
      if (text.charAt(at) == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() - 1 : end;
      }
      at++;
    }
    return at;
  }
}
