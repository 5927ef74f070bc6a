package io.labrun.report;

import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Says why a scenario was skipped or refused, or may be: what cannot or may not be done here. */
public final class NotRunText {
  private static final String INDENT = "         ";

  private final Pen pen;

  /** Texts shown as the settings say. */
  public NotRunText(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
  }

  /**
   * One paragraph.
   *
   * @param unmet all that is missing; may be empty, then the result's own problem says why
   */
  List<String> render(ScenarioResult result, List<Problem> unmet) {
    Problem why = result.problem().orElse(Problem.of("no reason was given"));
    List<String> out = new ArrayList<>(first(result, pen.brief(why.what())));
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
    return paragraph(result.plan().scenario().name().name(), word, why);
  }

  /**
   * One paragraph on what a person must decide before a scenario is run: all of it, however long.
   */
  public List<String> question(String scenario, Problem why) {
    List<String> out = paragraph(scenario, "wait", pen.safe(why.what()));
    out.addAll(below(INDENT, why.details(), pen::safe));
    return out;
  }

  private List<String> paragraph(String scenario, String word, String why) {
    String dot = " " + pen.theme().marks().dot() + " ";
    String text = pen.safe(scenario) + dot + word + ": " + why;
    String first = pen.wrap(text, pen.width()).get(0);
    List<String> out = new ArrayList<>(List.of(pen.paint(Tone.WARNING, first)));
    String rest = text.substring(first.length()).strip();
    if (!rest.isEmpty()) {
      out.addAll(pen.beside(INDENT, Tone.MUTED, rest));
    }
    return out;
  }

  private List<String> numbered(String lead, Problem why) {
    List<String> out = new ArrayList<>(pen.beside(lead, Tone.MUTED, pen.brief(why.what())));
    String indent = " ".repeat(lead.length());
    out.addAll(below(indent, why.details()));
    out.addAll(below(indent, why.help()));
    return out;
  }

  private List<String> below(String indent, List<String> lines) {
    return below(indent, lines, pen::brief);
  }

  private List<String> below(String indent, List<String> lines, UnaryOperator<String> shown) {
    return lines.stream()
        .flatMap(line -> pen.beside(indent, Tone.MUTED, shown.apply(line)).stream())
        .toList();
  }
}
