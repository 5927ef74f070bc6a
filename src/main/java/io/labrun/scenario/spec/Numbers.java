package io.labrun.scenario.spec;

import java.util.Optional;

/** Numbers in text. */
final class Numbers {
  private Numbers() {}

  /** A whole number in decimal. */
  static Optional<Long> whole(String text) {
    return text.matches("[+-]?\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /** A decimal number, maybe with a fraction. */
  static Optional<Double> fraction(String text) {
    return text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")
        ? Optional.of(Double.parseDouble(text))
        : Optional.empty();
  }
}
