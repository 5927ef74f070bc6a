package io.labrun.source;

import java.util.ArrayList;
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
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      append(out, point);
      i += Character.charCount(point);
    }
    return out.toString();
  }

  /** What nearly every text is: nothing in it is to be written another way. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' && (Character.isSurrogate(c) || isUnsafe(c))) {
        return false;
      }
    }
    return true;
  }

  /** Safe lines, cut at LF or CRLF; a last line end does not start an empty line. */
  public static List<String> lines(String text) {
    String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    if (body.isEmpty()) {
      return List.of();
    }
    List<String> out = new ArrayList<>();
    int from = 0;
    for (int end = body.indexOf('\n'); end >= 0; end = body.indexOf('\n', from)) {
      out.add(line(withoutReturn(body.substring(from, end))));
      from = end + 1;
    }
    out.add(line(withoutReturn(body.substring(from))));
    return out;
  }

  private static String withoutReturn(String line) {
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  private static void append(StringBuilder out, int point) {
    if (point == '\t') {
      out.append(" ".repeat(TAB - out.length() % TAB));
    } else if (isUnsafe(point)) {
      out.append(point < 0x100 ? "\\x" : "\\u");
      hex(point, point < 0x100 ? 2 : 4, out);
    } else {
      out.appendCodePoint(point);
    }
  }

  private static void hex(int point, int digits, StringBuilder out) {
    for (int digit = digits - 1; digit >= 0; digit--) {
      out.append(Character.forDigit(point >> 4 * digit & 0xF, 16));
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
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
