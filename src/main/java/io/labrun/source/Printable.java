package io.labrun.source;

import java.util.List;

/**
 * Makes foreign text safe to show: it can neither move a terminal's cursor nor forge a line of
 * ours.
 *
 * <p>Control characters (C0, DEL, C1), line and paragraph separators, lone surrogates, the two that
 * are no characters (U+FFFE, U+FFFF) and those that reorder text (Unicode bidirectional controls)
 * are written as escapes such as {@code \x1b}. A tab becomes spaces up to the next multiple of 4.
 */
public final class Printable {
  private static final int TAB = 4;

  private Printable() {}

  /** One safe line; line ends in it are escaped like any other control character. */
  public static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(out, point));
    return out.toString();
  }

  /** Safe lines, cut at LF or CRLF; a last line end does not start an empty line. */
  public static List<String> lines(String text) {
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    if (body.isEmpty()) {
      return List.of();
    }
    return List.of(body.split("\r?\n", -1)).stream()
        .map(line -> line(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line))
        .toList();
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\t') {
      out.append(" ".repeat(TAB - out.length() % TAB));
    } else if (isUnsafe(point)) {
      out.append(point < 0x100 ? "\\x%02x".formatted(point) : "\\u%04x".formatted(point));
    } else {
      out.appendCodePoint(point);
    }
  }

  /** Whether a character is one of those that are written as an escape. */
  public static boolean isUnsafe(int point) {
    return Character.isISOControl(point)
        || point == 0x2028
        || point == 0x2029
        || point == 0x061C
        || point == 0x200E
        || point == 0x200F
        || (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || point == 0xFFFE
        || point == 0xFFFF
        || Character.getType(point) == Character.SURROGATE;
  }
}
