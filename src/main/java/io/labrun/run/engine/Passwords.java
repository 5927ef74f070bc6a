package io.labrun.run.engine;

import java.util.regex.Pattern;

/** Keeps passwords that stand in addresses out of what people read. */
public final class Passwords {
  private static final String SHOWN = "$1:***@";

  /** A password may hold an @ or a slash that nobody has encoded. */
  private static final Pattern OF_ADDRESS =
      Pattern.compile("^((?:[^:/@]*://)?+[^:/@]*):.*@", Pattern.DOTALL);

  private static final Pattern IN_TEXT = Pattern.compile("(://[^\\s:/@]*):\\S*@");

  private Passwords() {}

  /** One address as it is written, with {@code ***} for its password. */
  public static String hidden(String address) {
    return OF_ADDRESS.matcher(address).replaceFirst(SHOWN);
  }

  /** A text with {@code ***} for the password of each address in it that has a scheme. */
  public static String hiddenIn(String text) {
    return IN_TEXT.matcher(text).replaceAll(SHOWN);
  }

  /** One address without its password; the user stays, as ssh takes one. */
  public static String without(String address) {
    return OF_ADDRESS.matcher(address).replaceFirst("$1@");
  }
}
