package io.labrun.cli;

import io.labrun.event.BatchEvent;
import io.labrun.report.BatchDisplay;
import io.labrun.report.BatchReport;
import io.labrun.report.BatchView;
import io.labrun.report.ReportSettings;
import io.labrun.report.Task;

/** Opens what suits a batch and the output. */
record BatchDisplays(Console console, BatchView view) {

  /** For one file that is run once. */
  BatchDisplay ofOne() {
    ReportSettings settings = view.settings();
    return new OneFileDisplay(Reports.open(console, settings, Task.RUN), settings, view.leftOut());
  }

  /** For several files, or one that is run several times. */
  BatchDisplay ofSeveral() {
    if (!Reports.moves(console, view.settings())) {
      return BatchReport.plain(
          view, System::nanoTime, console.out()::println, console.err()::println);
    }
    TerminalSize size = new TerminalSize(console);
    BatchReport live = BatchReport.live(view, System::nanoTime, size.window());
    return new Moving(live, size);
  }

  /** One that moves by itself. */
  private static final class Moving extends MovingDisplay<BatchReport> implements BatchDisplay {
    Moving(BatchReport live, TerminalSize size) {
      super(live, live::tick, size);
    }

    @Override
    public void on(BatchEvent event) {
      live.on(event);
    }
  }
}
