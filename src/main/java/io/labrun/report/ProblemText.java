package io.labrun.report;

import io.labrun.event.Problem;
import io.labrun.source.Span;
import io.labrun.source.Tone;
import java.util.List;
import java.util.Optional;

/** Shows why something could not be done: where it is asked for, the reason, the way out. */
final class ProblemText {
  private static final int MOST_DETAILS = 30;

  private final Pen pen;

  ProblemText(Pen pen) {
    this.pen = pen;
  }

  /**
   * Adds a problem.
   *
   * @param label words beside the caret; may be empty
   * @param place where to point to where the problem has no place of its own
   */
  void render(Problem problem, String label, Optional<Span> place, Gutter gutter) {
    problem.span().or(() -> place).ifPresent(span -> gutter.frame(span, span, label, Tone.BAD));
    gutter.text(pen.brief(problem.what()));
    details(problem.details(), gutter);
  }

  /** Adds the facts of a problem. */
  void details(List<String> details, Gutter gutter) {
    List<String> lines = details.stream().flatMap(d -> pen.safeLines(d).stream()).toList();
    lines.stream()
        .limit(MOST_DETAILS)
        .forEach(line -> gutter.raw("  " + pen.clip(line, gutter.room() - 2)));
    if (lines.size() > MOST_DETAILS) {
      int more = lines.size() - MOST_DETAILS;
      gutter.text(Words.count(more, "more line") + " left out", Tone.MUTED);
    }
  }

  /** The lines of help. */
  List<String> help(Problem problem) {
    return Leads.lines(pen, "help", problem.help());
  }
}
