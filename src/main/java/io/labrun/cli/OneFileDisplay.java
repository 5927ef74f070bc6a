package io.labrun.cli;

import io.labrun.event.BatchEvent;
import io.labrun.event.FileResult;
import io.labrun.report.BatchDisplay;
import io.labrun.report.EngineText;
import io.labrun.report.MistakesText;
import io.labrun.report.Report;
import io.labrun.report.ReportSettings;
import java.util.List;

/**
 * Shows a batch of one file as the run that it is.
 *
 * @param report shows the run
 * @param leftOut what was left out of the batch, in one line; may be empty
 */
record OneFileDisplay(Report report, ReportSettings settings, String leftOut)
    implements BatchDisplay {
  @Override
  public void on(BatchEvent event) {
    if (event instanceof BatchEvent.RunHappened happened) {
      report.on(happened.event());
    } else if (event instanceof BatchEvent.FileFinished finished) {
      FileResult result = finished.result();
      if (!result.diagnostics().isEmpty()) {
        report.paragraph(new MistakesText(settings).render(result, "nothing was run"));
      }
    } else if (event instanceof BatchEvent.BatchFinished && !leftOut.isEmpty()) {
      report.paragraph(List.of(leftOut));
    } else {
      tell(new EngineText(settings).render(event));
    }
  }

  private void tell(List<String> lines) {
    if (!lines.isEmpty()) {
      report.paragraph(lines);
    }
  }

  @Override
  public void paragraph(List<String> text) {
    report.paragraph(text);
  }

  @Override
  public void stopping(String line) {
    report.stopping(line);
  }

  @Override
  public void close() {
    report.close();
  }
}
