package io.labrun.load.rule;

import io.labrun.load.schema.Format;
import io.labrun.load.schema.Place;
import io.labrun.scenario.Data;
import io.labrun.source.Diagnostic;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text has the form that the schema names ({@code x-labrun-format}), also where a pattern cannot
 * say it; an image is named without live values.
 */
final class FormatRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    draft.places().forEach(place -> check(draft, place, report));
  }

  private static void check(Draft draft, Place place, Consumer<Diagnostic> report) {
    Optional<Format> format = place.annotation("x-labrun-format").flatMap(Format::of);
    Data value = place.value();
    if (format.equals(Optional.of(Format.IMAGE))) {
      live(draft, value).ifPresent(report);
    }
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

  /** Images are got before anything stands whose values could be looked up. */
  private static Optional<Diagnostic> live(Draft draft, Data image) {
    if (!(image instanceof Data.Text text)
        || draft.isKnown(text)
        || draft.unfilled().contains(text)) {
      return Optional.empty();
    }
    return text.template().lives().stream()
        .map(
            live ->
                Diagnostic.at(live.span(), "no-live-value", "a live value cannot name an image")
                    .label("write its name, or a variable")
                    .help("Images are got before the first container is made."))
        .findFirst();
  }
}
