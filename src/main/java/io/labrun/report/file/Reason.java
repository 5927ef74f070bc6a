package io.labrun.report.file;

import io.labrun.event.AssertionResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Problem;
import io.labrun.report.Cut;
import io.labrun.source.Printable;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in one safe line why something is as it is. */
final class Reason {
  private static final int MOST_OF_A_VALUE = 200;
  private static final int MOST = 600;
  private static final String LINE_END = " ↵ ";

  private Reason() {}

  /** Why an assertion did not pass; empty if it did. */
  static String of(AssertionResult result) {
    List<Mismatch> wrong = mismatches(result);
    String problem = result.problem().map(Problem::what).orElse("");
    if (wrong.isEmpty()) {
      return line(problem);
    }
    String more = wrong.size() == 1 ? "" : " (and " + (wrong.size() - 1) + " more)";
    String seen = result.whyNoValue().map(summary -> ": " + summary).orElse("");
    return line(of(wrong.get(0)) + seen + more + (problem.isEmpty() ? "" : "; " + problem));
  }

  private static String of(Mismatch wrong) {
    String path = wrong.path().isEmpty() ? "" : wrong.path() + ": ";
    return path + "expected " + value(wrong.expected()) + ", found " + value(wrong.found());
  }

  private static String value(String text) {
    return Cut.at(text, MOST_OF_A_VALUE);
  }

  /** Where to point to: what did not hold, or else the assertion's name. */
  static Span place(AssertionResult result) {
    Optional<Span> wrong = mismatches(result).stream().map(Mismatch::span).findFirst();
    Optional<Span> asked = result.problem().flatMap(Problem::span);
    return wrong.or(() -> asked).orElse(result.assertion().name().span());
  }

  /** All that did not hold, of each subject and between them. */
  static List<Mismatch> mismatches(AssertionResult result) {
    List<Mismatch> out = new ArrayList<>();
    result.observations().forEach(seen -> out.addAll(seen.mismatches()));
    out.addAll(result.across());
    return out;
  }

  /** A foreign text on one line, cut if it is long. */
  static String line(String text) {
    return String.join(LINE_END, Printable.lines(Cut.at(text, MOST)));
  }
}
