package io.labrun.report;

import io.labrun.event.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Shows a run in a terminal: below the lines that stay, what is under way, drawn in place.
 *
 * <p>Draws at most ten times a second and never more than the terminal is high.
 */
public final class LiveReport implements Report {
  private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Transcript transcript;
  private final LiveLines live;
  private final Screen screen;
  private final LongSupplier nanos;
  private final Window window;
  private final List<String> staying = new ArrayList<>();
  private long lastFrame;
  private boolean closed;

  /**
   * A report.
   *
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public LiveReport(ReportSettings settings, Task task, LongSupplier nanos, Window window) {
    this.transcript = new Transcript(settings, task, nanos, staying::add);
    this.live = new LiveLines(settings, nanos);
    this.screen = new Screen(window.out());
    this.nanos = nanos;
    this.window = window;
    this.lastFrame = nanos.getAsLong() - FRAME_NANOS;
  }

  @Override
  public synchronized void on(RunEvent event) {
    transcript.on(event);
    live.watch(transcript.progress());
    live.on(event);
    if (event instanceof RunEvent.ScenarioFinished) {
      draw();
    } else {
      tick();
    }
  }

  /** Draws if the last time is long enough ago; to be called some ten times a second. */
  public synchronized void tick() {
    if (!closed && nanos.getAsLong() - lastFrame >= FRAME_NANOS) {
      draw();
    }
  }

  @Override
  public synchronized void paragraph(List<String> text) {
    transcript.paragraph(text);
    draw();
  }

  @Override
  public synchronized void stopping(String line) {
    transcript.stopping();
    staying.add(line);
    draw();
  }

  @Override
  public synchronized void close() {
    closed = true;
    screen.show(staying, List.of());
    staying.clear();
  }

  private void draw() {
    lastFrame = nanos.getAsLong();
    int most = window.rows().getAsInt() - 1;
    screen.show(staying, closed ? List.of() : live.lines(most, window.columns().getAsInt()));
    staying.clear();
  }
}
