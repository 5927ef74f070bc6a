package io.labrun.run.match;

import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import java.util.stream.Collectors;

/** Expectations in words. */
final class Words {
  private Words() {}

  /** What is expected: a value, or what its operators ask for. */
  static String of(Data expected, TextResolver resolver) {
    if (expected instanceof Data.Mapping map) {
      return Operator.areAll(map.entries().keySet())
          ? map.entries().values().stream()
              .map(entry -> Operator.of(entry.key()).words(entry.value(), resolver))
              .collect(Collectors.joining(" and "))
          : map.entries().values().stream()
              .map(entry -> entry.key() + ": " + of(entry.value(), resolver))
              .collect(Collectors.joining(", ", "{", "}"));
    }
    if (expected instanceof Data.Seq list) {
      return list(list, resolver);
    }
    return Show.value(Plain.of(expected, resolver));
  }

  /** Any of several expectations. */
  static String either(Data several, TextResolver resolver) {
    return joined(several, " or ", resolver);
  }

  /** All of several expectations. */
  static String each(Data several, TextResolver resolver) {
    return joined(several, " and ", resolver);
  }

  /** One or several scalars, without quotes. */
  static String bare(Data several, TextResolver resolver) {
    return several instanceof Data.Seq list
        ? list.items().stream()
            .map(item -> Plain.text(item, resolver))
            .collect(Collectors.joining(" and "))
        : Plain.text(several, resolver);
  }

  /** What {@code empty} asks for. */
  static String emptiness(Data wanted, TextResolver resolver) {
    return Boolean.TRUE.equals(Plain.of(wanted, resolver)) ? "empty" : "not empty";
  }

  /** What {@code type} asks for. */
  static String type(Data wanted, TextResolver resolver) {
    String written = Plain.text(wanted, resolver);
    return ValueType.of(written).map(ValueType::words).orElse("type: " + written);
  }

  private static String joined(Data several, String between, TextResolver resolver) {
    return several instanceof Data.Seq list
        ? list.items().stream().map(item -> of(item, resolver)).collect(Collectors.joining(between))
        : of(several, resolver);
  }

  private static String list(Data.Seq list, TextResolver resolver) {
    String items = joined(list, ", ", resolver);
    boolean plain = items.length() <= 60 && !items.contains("\n");
    return plain
        ? "[" + items + "]"
        : "[\n  " + joined(list, "\n  ", resolver).replace("\n  \n", "\n") + "\n]";
  }
}
