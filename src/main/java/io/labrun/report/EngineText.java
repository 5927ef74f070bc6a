package io.labrun.report;

import io.labrun.event.BatchEvent;
import io.labrun.source.Tone;
import java.util.List;

/** Says that an engine of a batch is gone, or away for a while, and what follows. */
public final class EngineText {
  private final ReportSettings settings;
  private final Pen pen;

  /** Words as the settings say; none where only what went wrong is to be said. */
  public EngineText(ReportSettings settings) {
    this.settings = settings;
    this.pen = new Pen(settings.theme());
  }

  /** The lines about an event; none for one of another kind. */
  public List<String> render(BatchEvent event) {
    if (settings.detail() == Detail.QUIET) {
      return List.of();
    }
    if (event instanceof BatchEvent.EngineLost lost) {
      return lines(
          lost.engine(),
          " does not answer any more: what was under way there is done again elsewhere");
    }
    if (event instanceof BatchEvent.EngineAway away) {
      return lines(away.engine(), " does not answer: labrun waits for it, and begins nothing");
    }
    return event instanceof BatchEvent.EngineBack back
        ? lines(back.engine(), " answers again: what it left undone is done once again")
        : List.of();
  }

  private List<String> lines(String engine, String what) {
    String lead = Signs.lead(pen.theme(), pen.theme().marks().error());
    return pen.beside(lead, Tone.WARNING, pen.safe("the engine " + engine) + what);
  }
}
