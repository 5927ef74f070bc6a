package io.labrun.scenario.spec;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as Compose writes them: {@code 512m}, {@code 1gb}; powers of 1024. */
public final class Sizes {
  private static final Pattern SIZE =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)(b|k|m|g|t|kb|mb|gb|tb)?");

  private Sizes() {}

  /** The size in bytes, or empty if the text is none. */
  public static Optional<Long> parse(String text) {
    Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int power = matcher.group(2) == null ? 0 : "bkmgt".indexOf(matcher.group(2).charAt(0));
    return Optional.of((long) (Double.parseDouble(matcher.group(1)) * Math.pow(1024, power)));
  }
}
