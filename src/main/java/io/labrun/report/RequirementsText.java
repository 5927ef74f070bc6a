package io.labrun.report;

import io.labrun.event.RunEvent;
import io.labrun.plan.Need;
import io.labrun.source.Tone;
import java.util.List;

/** What a scenario requires, in words. */
final class RequirementsText {
  private RequirementsText() {}

  /** The line that all of it is there; what is missing is told at the end. */
  static List<String> finished(RunEvent.RequirementsFinished event, Pen pen) {
    String lead = Stage.lead("requires");
    return pen.beside(lead, Tone.MUTED, names(event.needs(), pen), Times.of(event.time()));
  }

  /** What is required, in words with commas. */
  static String names(List<Need> needs, Pen pen) {
    return pen.safe(Words.names(needs.stream().map(Need::words).toList()));
  }
}
