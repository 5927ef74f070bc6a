package io.labrun.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What is known of the terminal without asking it.
 *
 * @param in whether input comes from a terminal
 * @param out whether output goes to one
 * @param err whether error output goes to one
 * @param columns how wide output is, from 40 to 200
 * @param rows how high the terminal is, at least 5
 * @param charset what the locale says of characters
 * @param dumb whether it can do no more than print: by {@code TERM}, or as it is so small that
 *     lines of ours break or leave it, and what is to be drawn again would not be where it was
 */
record Terminal(
    boolean in, boolean out, boolean err, int columns, int rows, Charset charset, boolean dumb) {
  private static final int USUAL_COLUMNS = 80;
  private static final int LEAST_COLUMNS = 40;
  private static final int MOST_COLUMNS = 200;
  private static final int USUAL_ROWS = 24;
  private static final int LEAST_ROWS = 5;

  /**
   * Reads what the launcher and the environment say.
   *
   * @param property a system property by name, or null: {@code labrun.tty.in}, {@code
   *     labrun.tty.out}, {@code labrun.tty.err}; {@code labrun.columns} and {@code labrun.rows} of
   *     the terminal, which {@code COLUMNS} and {@code LINES} overrule
   */
  static Terminal of(Map<String, String> env, UnaryOperator<String> property) {
    boolean out = Boolean.parseBoolean(property.apply("labrun.tty.out"));
    String columns = first(env.get("COLUMNS"), property.apply("labrun.columns"));
    String rows = first(env.get("LINES"), property.apply("labrun.rows"));
    int wide = number(columns, USUAL_COLUMNS);
    int high = number(rows, USUAL_ROWS);
    boolean small = wide < LEAST_COLUMNS || high < LEAST_ROWS;
    return new Terminal(
        Boolean.parseBoolean(property.apply("labrun.tty.in")),
        out,
        Boolean.parseBoolean(property.apply("labrun.tty.err")),
        width(wide),
        height(high),
        charset(env),
        small || Set.of("dumb", "").contains(env.getOrDefault("TERM", "")));
  }

  /**
   * The same after it was resized; as it is where the text makes no sense.
   *
   * @param env whose {@code COLUMNS} and {@code LINES} overrule
   * @param size rows and columns, as {@code stty size} says them
   */
  Terminal resized(Map<String, String> env, String size) {
    String[] words = size.strip().split(" ");
    if (words.length != 2) {
      return this;
    }
    String wide = first(env.get("COLUMNS"), words[1]);
    String high = first(env.get("LINES"), words[0]);
    return new Terminal(
        in, out, err, width(number(wide, columns)), height(number(high, rows)), charset, dumb);
  }

  private static int width(int columns) {
    return Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, columns));
  }

  private static int height(int rows) {
    return Math.max(LEAST_ROWS, rows);
  }

  /** The same for what goes to standard error instead of standard output. */
  Terminal onStandardError() {
    return new Terminal(in, err, err, columns, rows, charset, dumb);
  }

  /** Whether the locale's characters are UTF-8. */
  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /** The locale of messages: two letters such as {@code en}. */
  static String language(Map<String, String> env) {
    String locale = first(env.get("LC_ALL"), env.get("LC_MESSAGES"), env.get("LANG"));
    boolean named = locale.length() >= 2 && Character.isLetter(locale.charAt(1));
    return named ? locale.substring(0, 2).toLowerCase(Locale.ROOT) : "en";
  }

  /** What POSIX says of the character set: the first of these that is set and not empty. */
  private static Charset charset(Map<String, String> env) {
    String locale = first(env.get("LC_ALL"), env.get("LC_CTYPE"), env.get("LANG"));
    int dot = locale.indexOf('.');
    int at = locale.indexOf('@') < 0 ? locale.length() : locale.indexOf('@');
    String name = dot < 0 || dot > at ? "" : locale.substring(dot + 1, at);
    if (name.equalsIgnoreCase("utf-8") || name.equalsIgnoreCase("utf8")) {
      return StandardCharsets.UTF_8;
    }
    return !name.isEmpty() && Character.isLetter(name.charAt(0)) && Charset.isSupported(name)
        ? Charset.forName(name)
        : StandardCharsets.US_ASCII;
  }

  private static String first(String... values) {
    for (String value : values) {
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return "";
  }

  private static int number(String text, int otherwise) {
    boolean digits = !text.isEmpty() && text.length() < 6;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits && Integer.parseInt(text) > 0 ? Integer.parseInt(text) : otherwise;
  }
}
