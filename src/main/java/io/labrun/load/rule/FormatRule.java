package io.labrun.load.rule;

import io.labrun.load.schema.Format;
import io.labrun.load.schema.Place;
import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text has the form that the schema names ({@code x-labrun-format}), also where a pattern cannot
 * say it.
 */
final class FormatRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    draft.places().forEach(place -> check(draft, place, report));
  }

  private static void check(Draft draft, Place place, Consumer<Diagnostic> report) {
    Optional<Format> format = place.annotation("x-labrun-format").flatMap(Format::of);
    Data value = place.value();
    if (format.isEmpty() || !draft.isKnown(value)) {
      return;
    }
    if (value instanceof Data.Seq seq && format.get() == Format.HEALTH_TEST) {
      Forms.healthTest(seq).ifPresent(report);
    } else if (value instanceof Data.Text || value instanceof Data.Num) {
      String text = Nets.written(value);
      Forms.problem(format.get(), text)
          .map(
              problem ->
                  Diagnostic.at(value.span(), "bad-format", problem).help(format.get().help()))
          .ifPresent(report);
    }
  }
}
