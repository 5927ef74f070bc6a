package io.labrun.run.match;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When two values are equal. */
final class Equality {
  private Equality() {}

  /**
   * Whether two values are the same through and through: maps with the same keys, lists with the
   * same items in the same order.
   */
  static boolean deep(Object wanted, Object actual) {
    if (wanted instanceof Map<?, ?> a && actual instanceof Map<?, ?> b) {
      return a.size() == b.size()
          && a.keySet().stream().allMatch(k -> b.containsKey(k) && deep(a.get(k), b.get(k)));
    }
    if (wanted instanceof List<?> a && actual instanceof List<?> b) {
      boolean same = a.size() == b.size();
      for (int i = 0; same && i < a.size(); i++) {
        same = deep(a.get(i), b.get(i));
      }
      return same;
    }
    return !Show.isCollection(wanted) && !Show.isCollection(actual) && scalars(wanted, actual);
  }

  /**
   * Whether two scalars are equal.
   *
   * <p>Numbers compare by value, so 1 is 1.0. A text and a number are equal if the text is that
   * number: outputs are texts, and live values that stand in an expectation are, too. The same goes
   * for {@code true} and {@code false}. A trailing newline does not count.
   */
  static boolean scalars(Object wanted, Object actual) {
    if (wanted == null || actual == null) {
      return wanted == actual;
    }
    if (text(wanted).equals(text(actual))) {
      return true;
    }
    boolean bothTexts = wanted instanceof String && actual instanceof String;
    Optional<BigDecimal> number = bothTexts ? Optional.empty() : Amount.number(wanted);
    return number.isPresent()
        && Amount.number(actual).filter(n -> n.compareTo(number.get()) == 0).isPresent();
  }

  private static String text(Object scalar) {
    return Plain.chomp(scalar.toString());
  }
}
