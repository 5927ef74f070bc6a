package io.labrun.report;

import io.labrun.event.AssertionResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.source.Span;
import io.labrun.source.TextWidth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says where a claim stands and why it does not hold. */
final class ReasonText {
  private static final int MOST_COLUMNS = 36;

  private final Pen pen;

  ReasonText(Pen pen) {
    this.pen = pen;
  }

  /** The place, as editors read it, and the reason: in one line if both fit into some columns. */
  List<String> of(AssertionResult result, int columns) {
    List<Mismatch> wrongs =
        Stream.concat(
                result.observations().stream().map(Observation::mismatches).flatMap(List::stream),
                result.across().stream())
            .toList();
    Optional<Span> own =
        result.problem().flatMap(why -> why.span()).or(() -> first(wrongs).map(Mismatch::span));
    Span place = own.orElse(result.assertion().check().kindSpan());
    String why =
        first(wrongs)
            .map(wrong -> words(wrong) + result.whyNoValue().map(this::seen).orElse(""))
            .or(() -> result.problem().map(problem -> pen.brief(problem.what())))
            .orElse("no reason was given");
    String where = pen.safe(place.place());
    String line = where + "  " + why + more(wrongs);
    return TextWidth.of(line) <= columns ? List.of(line) : List.of(where, why + more(wrongs));
  }

  private String seen(String summary) {
    return ": " + pen.brief(summary);
  }

  private static Optional<Mismatch> first(List<Mismatch> wrong) {
    return wrong.stream().findFirst();
  }

  private static String more(List<Mismatch> wrong) {
    long others = wrong.stream().skip(1).distinct().count();
    return others == 0 ? "" : ", and " + others + " more";
  }

  private String words(Mismatch wrong) {
    List<String> expected = wrong.expected().lines().toList();
    List<String> found = wrong.found().lines().toList();
    int line = 0;
    int both = Math.min(expected.size(), found.size());
    while (line < both && expected.get(line).equals(found.get(line))) {
      line++;
    }
    String path = DifferenceText.leadsDown(wrong.path()) ? pen.brief(wrong.path()) + ": " : "";
    String where = expected.size() > 1 || found.size() > 1 ? "line " + (line + 1) + ": " : "";
    return path
        + where
        + "expected "
        + value(expected, found, line)
        + ", found "
        + value(found, expected, line);
  }

  /** A line of a value; of a long one the part that differs. */
  private String value(List<String> lines, List<String> others, int index) {
    if (index >= lines.size()) {
      return "nothing";
    }
    String text = pen.safe(lines.get(index));
    if (TextWidth.of(text) <= MOST_COLUMNS) {
      return text.isEmpty() ? "nothing" : text;
    }
    String other = index < others.size() ? pen.safe(others.get(index)) : "";
    int same = 0;
    while (same < Math.min(text.length(), other.length())
        && text.charAt(same) == other.charAt(same)) {
      same++;
    }
    int skip = Math.min(same, text.length() - MOST_COLUMNS / 2) - MOST_COLUMNS / 4;
    String sign = pen.theme().marks().ellipsis();
    return skip <= 0
        ? pen.clip(text, MOST_COLUMNS)
        : sign + pen.clip(text.substring(skip), MOST_COLUMNS - sign.length());
  }
}
