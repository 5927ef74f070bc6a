package io.labrun.run.match;

import io.labrun.scenario.spec.Durations;
import io.labrun.scenario.spec.Sizes;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Numbers, durations and sizes, and which of two is greater. */
final class Amount {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,40}\\.?\\d{0,40}|\\.\\d{1,40})([eE][+-]?\\d{1,3})?");

  private Amount() {}

  /** A number, or a text that is one. */
  static Optional<BigDecimal> number(Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      return Optional.empty();
    }
    if (value instanceof Plain.WrittenNumber number) {
      return number(number.value());
    }
    boolean fits = value instanceof Number || value instanceof String;
    String text = fits ? value.toString().strip() : "";
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  /**
   * How two amounts compare: as numbers, else as durations, else as sizes, whichever both are.
   *
   * @return empty if they are not of one kind
   */
  static OptionalInt compare(Object left, Object right) {
    Optional<BigDecimal> a = number(left);
    Optional<BigDecimal> b = number(right);
    if (a.isPresent() && b.isPresent()) {
      return OptionalInt.of(a.get().compareTo(b.get()));
    }
    Optional<Duration> from = duration(left);
    Optional<Duration> to = duration(right);
    if (from.isPresent() && to.isPresent()) {
      return OptionalInt.of(from.get().compareTo(to.get()));
    }
    Optional<Long> small = size(left);
    Optional<Long> large = size(right);
    return small.isPresent() && large.isPresent()
        ? OptionalInt.of(small.get().compareTo(large.get()))
        : OptionalInt.empty();
  }

  private static Optional<Duration> duration(Object value) {
    return value instanceof String text ? Durations.parse(text.strip()) : Optional.empty();
  }

  private static Optional<Long> size(Object value) {
    return value == null || Show.isCollection(value)
        ? Optional.empty()
        : Sizes.parse(value.toString().strip());
  }
}
