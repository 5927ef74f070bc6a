package io.labrun.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The environment that the user gave. */
final class Environment {
  private static final String LOCALE = "LC_ALL";

  private Environment() {}

  /**
   * What is seen of it, with the locale that the launcher has changed for Java put back.
   *
   * @param property a system property by name, or null: {@code labrun.lc_all} is what {@code
   *     LC_ALL} was, where it was changed
   */
  static Map<String, String> of(Map<String, String> seen, UnaryOperator<String> property) {
    String before = property.apply("labrun.lc_all");
    if (before == null) {
      return seen;
    }
    Map<String, String> out = new HashMap<>(seen);
    out.remove(LOCALE);
    if (!before.isEmpty()) {
      out.put(LOCALE, before);
    }
    return out;
  }
}
