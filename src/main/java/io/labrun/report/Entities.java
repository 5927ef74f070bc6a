package io.labrun.report;

/** Text as it stands in HTML, XML and SVG, between tags and in attributes alike. */
public final class Entities {
  private static final int ROOM = 16;

  /** No letter comes before it: what is escaped is rare among the others too. */
  private static final char LAST = '>';

  private Entities() {}

  /**
   * A text of which nothing is markup.
   *
   * <p>A large report asks for it hundreds of thousands of times, mostly for what needs no escape.
   */
  public static String escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isOne(c)) {
        return escaped(text, i);
      }
    }
    return text;
  }

  /** Whether a character is one of those that are written another way. */
  public static boolean isOne(char c) {
    return c <= LAST && (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'');
  }

  /** The same, of which the first characters need no escape. */
  private static String escaped(String text, int plain) {
    StringBuilder out = new StringBuilder(text.length() + ROOM).append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      String entity = entity(text.charAt(i));
      if (entity.isEmpty()) {
        out.append(text.charAt(i));
      } else {
        out.append(entity);
      }
    }
    return out.toString();
  }

  /** What is written instead of a character; empty for one that is written as it is. */
  private static String entity(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> "";
    };
  }
}
