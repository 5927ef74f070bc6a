package io.labrun.report;

import java.util.List;
import java.util.stream.Collectors;

/** Writes words so that a POSIX shell reads them back as they are. */
public final class ShellQuote {
  private static final String PLAIN = "%+,-./:=@_";

  private ShellQuote() {}

  /** One word, in quotes where it needs any. */
  public static String word(String text) {
    if (!text.isEmpty() && text.codePoints().allMatch(ShellQuote::isPlain)) {
      return text;
    }
    boolean readsBetter = text.indexOf('\'') >= 0 && text.chars().noneMatch(ShellQuote::isSpecial);
    return readsBetter ? '"' + text + '"' : "'" + text.replace("'", "'\\''") + "'";
  }

  /** Words with blanks between them. */
  public static String words(List<String> words) {
    return words.stream().map(ShellQuote::word).collect(Collectors.joining(" "));
  }

  /** What means something between double quotes; {@code !} does in an interactive shell. */
  private static boolean isSpecial(int c) {
    return c == '"' || c == '$' || c == '`' || c == '\\' || c == '!';
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || PLAIN.indexOf(c) >= 0;
  }
}
