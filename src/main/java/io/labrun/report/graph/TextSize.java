package io.labrun.report.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is in a picture.
 *
 * <p>The widths are those of DejaVu Sans, which Verdana shares; the other fonts that a picture
 * names are narrower, so that a text never grows out of its box.
 */
final class TextSize {
  /** Hundredths of the font's size, from the space to the tilde. */
  private static final int[] ASCII = {
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84
  };

  /** Most of the Latin, Greek and Cyrillic letters are narrower. */
  private static final int LETTER = 80;

  private static final int IDEOGRAPH = 110;
  private static final int FIRST_IDEOGRAPH = 0x1100;
  private static final double BOLD = 1.2;
  private static final String CUT = "…";

  private TextSize() {}

  /** The width of a text in pixels, rounded up. */
  static int width(String text, int size) {
    int hundredths = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      hundredths += hundredths(point);
      i += Character.charCount(point);
    }
    return (int) Math.ceil(hundredths * size / 100.0);
  }

  /** The width of a text in bold in pixels, rounded up. */
  static int bold(String text, int size) {
    return (int) Math.ceil(width(text, size) * BOLD);
  }

  /** The text, or the longest beginning of it that fits, with an ellipsis. */
  static String fit(String text, int size, int width) {
    if (width(text, size) <= width) {
      return text;
    }
    int end = 0;
    while (end < text.length()) {
      int next = end + Character.charCount(text.codePointAt(end));
      if (width(text.substring(0, next) + CUT, size) > width) {
        break;
      }
      end = next;
    }
    return text.substring(0, end) + CUT;
  }

  /** The text in lines that fit; a word that is too long for a line of its own is cut. */
  static List<String> wrap(String text, int size, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > width) {
        lines.add(line);
        longer = word;
      }
      line = fit(longer, size, width);
    }
    lines.add(line);
    return lines;
  }

  private static int hundredths(int point) {
    if (point >= ' ' && point < ' ' + ASCII.length) {
      return ASCII[point - ' '];
    }
    return point < FIRST_IDEOGRAPH ? LETTER : IDEOGRAPH;
  }
}
