package io.labrun.load.vars;

import java.util.ArrayList;
import java.util.List;

/** Finds {@code ${...}} in a text; {@code $${} is a literal one, and a bare dollar stays. */
final class Placeholders {
  private static final String OPEN = "${";

  private Placeholders() {}

  /** A piece of a text. */
  sealed interface Piece permits Plain, Use {}

  /** Text as it is. */
  record Plain(String text) implements Piece {}

  /**
   * A placeholder.
   *
   * @param body what stands between the braces
   * @param number how many {@code ${} of the text come before it, literal ones counted
   * @param closed whether its brace is closed
   */
  record Use(String body, int number, boolean closed) implements Piece {}

  /** Whether anything is to be done for a text. */
  static boolean in(String text) {
    return text.contains(OPEN);
  }

  /** The pieces of a text in order. */
  static List<Piece> split(String text) {
    List<Piece> out = new ArrayList<>();
    int at = 0;
    int number = 0;
    while (true) {
      int open = text.indexOf(OPEN, at);
      if (open < 0) {
        plain(out, text.substring(at));
        return out;
      }
      if (open > at && text.charAt(open - 1) == '$') {
        plain(out, text.substring(at, open - 1) + OPEN);
        at = open + 2;
        number++;
      } else {
        plain(out, text.substring(at, open));
        int close = closing(text, open + 2);
        String body = text.substring(open + 2, close < 0 ? text.length() : close);
        out.add(new Use(body, number, close >= 0));
        number += 1 + count(body);
        at = close < 0 ? text.length() : close + 1;
      }
    }
  }

  private static void plain(List<Piece> out, String text) {
    if (!text.isEmpty()) {
      out.add(new Plain(text));
    }
  }

  /** The brace that closes one, with those inside it closed first; -1 if none does. */
  private static int closing(String text, int start) {
    int depth = 1;
    for (int i = start; i < text.length(); i++) {
      if (text.startsWith(OPEN, i)) {
        depth++;
        i++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int count(String body) {
    int count = 0;
    for (int i = body.indexOf(OPEN); i >= 0; i = body.indexOf(OPEN, i + 2)) {
      count++;
    }
    return count;
  }
}
