package io.labrun.load.rule;

import io.labrun.scenario.Assertion;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** `across` compares several subjects, and results are captured of a single one. */
final class AcrossRule implements Rule {
  private static final List<String> SUBJECTS =
      List.of("container", "from", "to", "network", "volume", "service", "host");

  private static final List<String> LISTS = List.of("processes", "tasks");

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Assertion assertion : draft.scenario().assertions()) {
      Optional<Data> several = several(draft, assertion);
      if (assertion.across().isPresent() && LISTS.contains(assertion.check().kind())) {
        report.accept(
            Diagnostic.at(
                    assertion.across().get().span(),
                    "no-across",
                    "lists of " + assertion.check().kind() + " cannot be compared across")
                .help("Say what each of them shall hold: `expect: {length: 1}`"));
        continue;
      }
      if (assertion.across().isPresent() && several.isEmpty() && isWhole(draft, assertion)) {
        report.accept(
            Diagnostic.at(
                    assertion.across().get().span(),
                    "one-subject",
                    "there is nothing to compare across")
                .label("`" + assertion.check().kind() + "` looks at a single subject here")
                .help("Name several as a list: `container: [alice, bob]`"));
      }
      if (!assertion.capture().isEmpty() && several.isPresent()) {
        report.accept(
            Diagnostic.at(
                    assertion.capture().get(0).name().span(),
                    "many-subjects",
                    "with several subjects nobody can say whose result is captured")
                .label("see line " + several.get().span().line())
                .help("Capture in an assertion that looks at one of them."));
      }
    }
  }

  private static boolean isWhole(Draft draft, Assertion assertion) {
    return !assertion.check().kind().isEmpty() && draft.isWhole(assertion.check().argument());
  }

  private static Optional<Data> several(Draft draft, Assertion assertion) {
    return SUBJECTS.stream()
        .flatMap(key -> assertion.check().arguments().get(key).stream())
        .filter(
            value ->
                value instanceof Data.Seq seq
                    ? distinct(seq) > 1 || hasTasks(draft, assertion, seq.items())
                    : hasTasks(draft, assertion, List.of(value)))
        .findFirst();
  }

  /** A service is as many subjects as it has tasks, where the check looks at these. */
  private static boolean hasTasks(Draft draft, Assertion assertion, List<Data> names) {
    return !List.of("inspect", "tasks").contains(assertion.check().kind())
        && names.stream()
            .map(AcrossRule::written)
            .anyMatch(draft.scenario().services()::containsKey);
  }

  /** Who is named twice is one subject, and is always like itself. */
  private static long distinct(Data.Seq names) {
    return names.items().stream().map(AcrossRule::written).distinct().count();
  }

  private static Object written(Data item) {
    return item instanceof Data.Text text ? TextResolver.AS_WRITTEN.resolve(text.template()) : item;
  }
}
