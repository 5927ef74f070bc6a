package io.labrun.report.file;

import io.labrun.source.Printable;

/**
 * Writes texts as strings of JSON (RFC 8259), which are strings of YAML 1.2 too.
 *
 * <p>Half a surrogate pair, which no UTF-8 can hold, becomes U+FFFD; what would move a terminal or
 * reorder its text is written as an escape.
 */
public final class JsonQuote {
  private static final char UNKNOWN = '\ufffd';

  private JsonQuote() {}

  /** The text in quotes, on one line. */
  public static String of(String text) {
    StringBuilder to = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
        to.append(c);
      } else if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        to.append(pair ? text.substring(i, i + 2) : UNKNOWN);
        i += pair ? 1 : 0;
      } else {
        append(to, c);
      }
    }
    return to.append('"').toString();
  }

  private static void append(StringBuilder to, char c) {
    switch (c) {
      case '"', '\\' -> to.append('\\').append(c);
      case '\n' -> to.append("\\n");
      case '\r' -> to.append("\\r");
      case '\t' -> to.append("\\t");
      default -> {
        if (Printable.isUnsafe(c)) {
          to.append("\\u%04x".formatted((int) c));
        } else {
          to.append(c);
        }
      }
    }
  }
}
