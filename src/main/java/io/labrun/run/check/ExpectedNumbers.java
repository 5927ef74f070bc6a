package io.labrun.run.check;

import io.labrun.scenario.Data;
import java.util.Collection;
import java.util.stream.Stream;

/** Finds out whether an author expects one particular number. */
final class ExpectedNumbers {
  private ExpectedNumbers() {}

  /** Whether what is expected of a field names a number: as a value, or as one of several. */
  static boolean names(CheckContext context, String field, long number) {
    return context.expect().stream()
        .filter(Data.Mapping.class::isInstance)
        .flatMap(expect -> ((Data.Mapping) expect).get(field).stream())
        .flatMap(ExpectedNumbers::named)
        .anyMatch(value -> value.equals(Long.toString(number)));
  }

  private static Stream<String> named(Data data) {
    if (data instanceof Data.Mapping map) {
      return Stream.of("equals", "one_of")
          .flatMap(key -> map.get(key).stream())
          .flatMap(ExpectedNumbers::named);
    }
    if (data instanceof Data.Seq seq) {
      return Stream.of(seq.items()).flatMap(Collection::stream).flatMap(ExpectedNumbers::named);
    }
    return data instanceof Data.Num number ? Stream.of(number.written()) : Stream.empty();
  }
}
