package io.labrun.report;

import io.labrun.event.FileResult;
import io.labrun.source.Diagnostic;
import io.labrun.source.DiagnosticText;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** Shows all mistakes of a file, and at the end how many there are. */
public final class MistakesText {
  private final Pen pen;

  /** Mistakes shown as the settings say. */
  public MistakesText(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
  }

  /**
   * The lines about one file.
   *
   * @param consequence what follows, such as {@code nothing was run}; may be empty
   */
  public List<String> render(FileResult file, String consequence) {
    List<String> out = new ArrayList<>();
    DiagnosticText text = new DiagnosticText(pen.theme());
    for (Diagnostic mistake : file.diagnostics()) {
      out.addAll(text.render(mistake));
      out.add("");
    }
    String count = Words.count(file.diagnostics().size(), "mistake");
    String rest = consequence.isEmpty() ? "" : "; " + consequence;
    out.add(pen.paint(Tone.BAD, count + " in " + pen.safe(file.file()) + rest));
    return out;
  }
}
