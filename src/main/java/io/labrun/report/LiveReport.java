package io.labrun.report;

import io.labrun.event.RunEvent;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Shows a run in a terminal: below the lines that stay, what is under way, drawn in place.
 *
 * <p>Draws at most ten times a second and never more than the terminal is high.
 */
public final class LiveReport implements Report {
  private final Transcript transcript;
  private final LiveLines live;
  private final Sheet sheet;

  /**
   * A report.
   *
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public LiveReport(ReportSettings settings, Task task, LongSupplier nanos, Window window) {
    this.live = new LiveLines(settings, nanos);
    this.sheet = Sheet.live(nanos, window, live::lines);
    this.transcript = new Transcript(settings, task, nanos, sheet::stay);
  }

  @Override
  public synchronized void on(RunEvent event) {
    transcript.on(event);
    live.watch(transcript.progress());
    live.on(event);
    if (event instanceof RunEvent.ScenarioFinished) {
      sheet.draw();
    } else {
      sheet.tick();
    }
  }

  /** Draws if the last time is long enough ago; to be called some ten times a second. */
  public synchronized void tick() {
    sheet.tick();
  }

  @Override
  public synchronized void paragraph(List<String> text) {
    transcript.paragraph(text);
    sheet.draw();
  }

  @Override
  public synchronized void stopping(String line) {
    transcript.stopping();
    sheet.stay(line);
    sheet.draw();
  }

  @Override
  public synchronized void close() {
    sheet.close();
  }
}
