package io.labrun.report.file;

import io.labrun.event.Problem;
import io.labrun.source.Span;

/** Writes places in files, and problems, as JSON. */
record JsonPlaces(JsonWriter json) {

  /** A field {@code place}: where something stands, and where it ends. */
  void place(Span span) {
    Span end = span.source().span(span.end(), span.end());
    json.object(
        "place",
        () -> {
          json.text("file", span.source().name());
          json.number("line", span.line());
          json.number("column", span.column());
          json.number("end_line", end.line());
          json.number("end_column", end.column());
        });
  }

  /** A field {@code problem}: why something could not be done. */
  void problem(Problem why) {
    json.object(
        "problem",
        () -> {
          json.text("what", why.what());
          json.texts("details", why.details());
          json.texts("help", why.help());
          why.span().ifPresent(this::place);
        });
  }
}
