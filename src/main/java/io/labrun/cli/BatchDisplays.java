package io.labrun.cli;

import io.labrun.event.BatchEvent;
import io.labrun.report.BatchDisplay;
import io.labrun.report.BatchReport;
import io.labrun.report.ReportSettings;
import io.labrun.report.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens what suits a batch and the output.
 *
 * @param leftOut what was left out of the batch, in one line; may be empty
 */
record BatchDisplays(Console console, ReportSettings settings, String leftOut) {

  /** For one file that is run once. */
  BatchDisplay ofOne() {
    return new OneFileDisplay(Reports.open(console, settings, Task.RUN), settings, leftOut);
  }

  /**
   * For several files, or one that is run several times.
   *
   * @param earlier how long a file took earlier, by its name
   */
  BatchDisplay ofSeveral(Function<String, Optional<Duration>> earlier) {
    if (!Reports.moves(console, settings)) {
      return BatchReport.plain(
          settings, leftOut, System::nanoTime, console.out()::println, console.err()::println);
    }
    BatchReport live =
        BatchReport.live(
            settings,
            leftOut,
            System::nanoTime,
            earlier,
            console.terminal()::rows,
            text -> Reports.draw(console, text));
    return new Moving(live, new Frames(live::tick, live::close));
  }

  /** One that moves by itself. */
  private record Moving(BatchReport live, Frames frames) implements BatchDisplay {
    @Override
    public void on(BatchEvent event) {
      live.on(event);
    }

    @Override
    public void paragraph(List<String> text) {
      live.paragraph(text);
    }

    @Override
    public void stopping(String line) {
      live.stopping(line);
    }

    @Override
    public void close() {
      frames.close();
    }
  }
}
