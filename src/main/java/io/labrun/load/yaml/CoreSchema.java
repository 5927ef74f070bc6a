package io.labrun.load.yaml;

import io.labrun.scenario.Data;
import io.labrun.scenario.Template;
import io.labrun.source.Span;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/** What a text without quotes means: the core schema of YAML 1.2 (section 10.3). */
public final class CoreSchema {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> TRUES = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSES = Set.of("false", "False", "FALSE");
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)");
  private static final Set<String> NANS = Set.of(".nan", ".NaN", ".NAN");

  /** Beyond this many digits a number is a text: nothing here needs it, and it would cost time. */
  private static final int MOST_DIGITS = 40;

  private CoreSchema() {}

  /** Whether a plain text means nothing. */
  public static boolean isNull(String text) {
    return NULLS.contains(text);
  }

  /** The value of a plain text. */
  public static Data type(String text, Span span) {
    if (NULLS.contains(text)) {
      return new Data.Null(span);
    }
    if (TRUES.contains(text) || FALSES.contains(text)) {
      return new Data.Bool(TRUES.contains(text), span);
    }
    boolean maybeNumber =
        text.length() <= MOST_DIGITS && "+-.0123456789".indexOf(text.charAt(0)) >= 0;
    return maybeNumber ? number(text, span) : new Data.Text(Template.literal(text), span);
  }

  private static Data number(String text, Span span) {
    if (INTEGER.matcher(text).matches()) {
      return whole(new BigInteger(text.startsWith("+") ? text.substring(1) : text), text, span);
    }
    if (OCTAL.matcher(text).matches()) {
      return whole(new BigInteger(text.substring(2), 8), text, span);
    }
    if (HEX.matcher(text).matches()) {
      return whole(new BigInteger(text.substring(2), 16), text, span);
    }
    if (FLOAT.matcher(text).matches()) {
      return new Data.Num(Double.parseDouble(text), text, span);
    }
    if (INFINITE.matcher(text).matches()) {
      double sign = text.startsWith("-") ? -1 : 1;
      return new Data.Num(sign * Double.POSITIVE_INFINITY, text, span);
    }
    return NANS.contains(text)
        ? new Data.Num(Double.NaN, text, span)
        : new Data.Text(Template.literal(text), span);
  }

  private static Data whole(BigInteger value, String written, Span span) {
    Number number = value.bitLength() < 64 ? (Number) value.longValue() : value;
    return new Data.Num(number, written, span);
  }
}
