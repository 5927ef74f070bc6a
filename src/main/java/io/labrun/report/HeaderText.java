package io.labrun.report;

import io.labrun.scenario.Scenario;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** The line above a run: the scenario's name and title. */
final class HeaderText {
  private final ReportSettings settings;
  private final Pen pen;

  HeaderText(ReportSettings settings) {
    this.settings = settings;
    this.pen = new Pen(settings.theme());
  }

  /** The name and the title; the name alone where there is no title. */
  List<String> render(Scenario scenario) {
    String name = pen.safe(scenario.name().name());
    String title = pen.brief(scenario.title().in(settings.language()).strip());
    if (title.isEmpty()) {
      return List.of(pen.paint(Tone.STRONG, name));
    }
    String lead = name + " " + settings.theme().marks().dot() + " ";
    if (TextWidth.of(lead) > pen.width() / 2) {
      List<String> out = new ArrayList<>(List.of(pen.paint(Tone.STRONG, name)));
      out.addAll(pen.beside("  ", Tone.STRONG, title));
      return out;
    }
    return pen.beside(lead, Tone.STRONG, title);
  }
}
