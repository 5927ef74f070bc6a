package io.labrun.load.rule;

import io.labrun.scenario.Assertion;
import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * In an expectation operators and keys of the value do not stand side by side.
 *
 * <p>Such a map is a partial match of keys that are called like operators (language, "Matchers"),
 * and so hardly ever what was meant. Words that are as likely keys of JSON as operators ({@code
 * type}, {@code empty} ...) are let through.
 */
final class OperatorRule implements Rule {
  private static final Set<String> LIKELY_KEYS =
      Set.of("type", "empty", "length", "all", "any", "none", "not", "lines", "json", "equals");

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Set<String> operators = new HashSet<>(draft.schema().operators());
    for (Assertion assertion : draft.scenario().assertions()) {
      assertion.expect().ifPresent(expect -> check(expect, operators, report));
    }
  }

  private static void check(Data data, Set<String> operators, Consumer<Diagnostic> report) {
    if (data instanceof Data.Seq seq) {
      seq.items().forEach(item -> check(item, operators, report));
    } else if (data instanceof Data.Mapping map) {
      mixed(map, operators).ifPresent(report);
      map.entries().values().forEach(entry -> check(entry.value(), operators, report));
    }
  }

  private static Optional<Diagnostic> mixed(Data.Mapping map, Set<String> operators) {
    List<Data.Entry> entries = List.copyOf(map.entries().values());
    Optional<Data.Entry> operator =
        entries.stream()
            .filter(e -> operators.contains(e.key()) && !LIKELY_KEYS.contains(e.key()))
            .findFirst();
    Optional<Data.Entry> plain =
        entries.stream().filter(e -> !operators.contains(e.key())).findFirst();
    if (operator.isEmpty() || plain.isEmpty()) {
      return Optional.empty();
    }
    String message =
        "the operator `"
            + operator.get().key()
            + "` stands beside the key `"
            + plain.get().key()
            + "`";
    return Optional.of(
        Diagnostic.at(plain.get().keySpan(), "mixed-operators", message)
            .label("is this an operator?")
            .help(
                "A map holds either operators or keys of the value.",
                "Operators: " + String.join(", ", operators.stream().sorted().toList())));
  }
}
