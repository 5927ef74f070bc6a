package io.labrun.report;

import java.util.List;

/** Writes words so that a POSIX shell reads them back as they are. */
public final class ShellQuote {
  private static final String PLAIN = "%+,-./:=@_";

  private ShellQuote() {}

  /** One word, in quotes where it needs any. */
  public static String word(String text) {
    if (isPlain(text)) {
      return text;
    }
    boolean readsBetter = text.indexOf('\'') >= 0 && text.chars().noneMatch(ShellQuote::isSpecial);
    return readsBetter ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
  }

  /** Words with blanks between them. */
  public static String words(List<String> words) {
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      out.append(out.length() == 0 ? "" : " ").append(word(word));
    }
    return out.toString();
  }

  /** What means something between double quotes; {@code !} does in an interactive shell. */
  private static boolean isSpecial(int c) {
    return c == '"' || c == '$' || c == '`' || c == '\\' || c == '!';
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }
}
