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

  /** One paragraph. */
  List<String> render(ScenarioResult result) {
    Problem why = result.problem().orElse(Problem.of("no reason was given"));
    String word = result.outcome() == Outcome.SKIPPED ? "skipped" : "refused";
    String lead = pen.safe(result.plan().scenario().name().name()) + " ";
    String dot = pen.theme().marks().dot() + " ";
    List<String> lines = pen.wrap(lead + dot + word + ": " + pen.safe(why.what()), pen.width());
    List<String> out = new ArrayList<>();
    out.add(pen.paint(Tone.WARNING, lines.get(0)));
    lines.stream().skip(1).forEach(line -> out.addAll(pen.beside(INDENT, Tone.MUTED, line)));
    why.details().forEach(line -> out.addAll(pen.beside(INDENT, Tone.MUTED, pen.safe(line))));
    why.help().forEach(line -> out.addAll(pen.beside(INDENT, Tone.MUTED, pen.safe(line))));
    return out;
  }
}
