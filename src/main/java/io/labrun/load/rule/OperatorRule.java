package io.labrun.load.rule;

import io.labrun.load.schema.OperatorWords;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import io.labrun.source.DidYouMean;
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
            .filter(
                e -> operators.contains(e.key()) && !OperatorWords.LIKELY_FIELDS.contains(e.key()))
            .findFirst();
    Optional<Data.Entry> plain =
        entries.stream().filter(e -> !operators.contains(e.key())).findFirst();
    if (operator.isEmpty() || plain.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(mistake(operator.get(), plain.get(), operators));
  }

  private static Diagnostic mistake(Data.Entry operator, Data.Entry plain, Set<String> operators) {
    String rule = "A map holds either operators or keys of the value.";
    String message =
        "the operator `" + operator.key() + "` stands beside the key `" + plain.key() + "`";
    String question = DidYouMean.question(plain.key(), operators);
    return question.isEmpty()
        ? Diagnostic.at(operator.keySpan(), "mixed-operators", message).help(rule)
        : Diagnostic.at(
                plain.keySpan(), "unknown-operator", "there is no operator `" + plain.key() + "`")
            .label(question)
            .help(rule);
  }
}
