package io.labrun.report;

import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** Says why a scenario was skipped or refused: what cannot be done here, or may not be. */
final class NotRunText {
  private static final String INDENT = "         ";

  private final Pen pen;

  NotRunText(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
  }

  /**
   * One paragraph.
   *
   * @param unmet all that is missing; may be empty, then the result's own problem says why
   */
  List<String> render(ScenarioResult result, List<Problem> unmet) {
    Problem why = result.problem().orElse(Problem.of("no reason was given"));
    List<String> out = new ArrayList<>(first(result, pen.safe(why.what())));
    if (unmet.size() > 1) {
      for (int i = 0; i < unmet.size(); i++) {
        out.addAll(numbered(INDENT + (i + 1) + ". ", unmet.get(i)));
      }
      return out;
    }
    out.addAll(below(INDENT, why.details()));
    out.addAll(below(INDENT, why.help()));
    return out;
  }

  private List<String> first(ScenarioResult result, String why) {
    String word = result.outcome() == Outcome.SKIPPED ? "skipped" : "refused";
    String lead = pen.safe(result.plan().scenario().name().name()) + " ";
    String dot = pen.theme().marks().dot() + " ";
    List<String> lines = pen.wrap(lead + dot + word + ": " + why, pen.width());
    List<String> out = new ArrayList<>();
    out.add(pen.paint(Tone.WARNING, lines.get(0)));
    lines.stream().skip(1).forEach(line -> out.addAll(pen.beside(INDENT, Tone.MUTED, line)));
    return out;
  }

  private List<String> numbered(String lead, Problem why) {
    List<String> out = new ArrayList<>(pen.beside(lead, Tone.MUTED, pen.safe(why.what())));
    String indent = " ".repeat(lead.length());
    out.addAll(below(indent, why.details()));
    out.addAll(below(indent, why.help()));
    return out;
  }

  private List<String> below(String indent, List<String> lines) {
    return lines.stream()
        .flatMap(line -> pen.beside(indent, Tone.MUTED, pen.safe(line)).stream())
        .toList();
  }
}
