package io.labrun.report;

import io.labrun.source.Tone;
import java.util.List;

/** What a scenario says in vain where no registry may be asked. */
public final class UnheededText {
  private final Pen pen;

  /** Lines as the settings say. */
  public UnheededText(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
  }

  /**
   * The lines.
   *
   * @param scenario its name
   * @param unheeded what it says, each as it is written; not empty
   */
  public List<String> render(String scenario, List<String> unheeded) {
    String words =
        scenario
            + ": "
            + Words.names(unheeded)
            + " can't be heeded with --offline: the images that are here are used";
    return pen.beside("", Tone.MUTED, pen.safe(words));
  }
}
