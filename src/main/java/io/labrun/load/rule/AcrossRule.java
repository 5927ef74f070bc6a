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
      List.of("container", "from", "to", "network", "volume", "host");

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Assertion assertion : draft.scenario().assertions()) {
      Optional<Data> several = several(assertion);
      if (assertion.across().isPresent() && assertion.check().kind().equals("processes")) {
        report.accept(
            Diagnostic.at(
                    assertion.across().get().span(),
                    "no-across",
                    "lists of processes cannot be compared across")
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

  private static Optional<Data> several(Assertion assertion) {
    return SUBJECTS.stream()
        .flatMap(key -> assertion.check().arguments().get(key).stream())
        .filter(value -> value instanceof Data.Seq seq && distinct(seq) > 1)
        .findFirst();
  }

  /** Who is named twice is one subject, and is always like itself. */
  private static long distinct(Data.Seq names) {
    return names.items().stream().map(AcrossRule::written).distinct().count();
  }

  private static Object written(Data item) {
    return item instanceof Data.Text text ? TextResolver.AS_WRITTEN.resolve(text.template()) : item;
  }
}
