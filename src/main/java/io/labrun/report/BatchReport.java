package io.labrun.report;

import io.labrun.event.BatchEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Shows a batch: what is known of each file as soon as all before it are told and, in a terminal,
 * below it what is under way; in the end a summary. Safe for use by several threads.
 */
public final class BatchReport implements BatchDisplay {
  private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final BatchLines lines;
  private final Optional<Screen> screen;
  private final BatchLive live;
  private final SummaryText summary;
  private final IntSupplier rows;
  private final LongSupplier nanos;
  private final Consumer<String> out;
  private final Consumer<String> notices;
  private final List<String> staying = new ArrayList<>();
  private long lastFrame;
  private boolean closed;

  private BatchReport(
      ReportSettings settings,
      String leftOut,
      LongSupplier nanos,
      Function<String, Optional<Duration>> earlier,
      IntSupplier rows,
      Optional<Screen> screen,
      Consumer<String> out,
      Consumer<String> notices) {
    this.lines = new BatchLines(settings, nanos, staying::add);
    this.live = new BatchLive(new Pen(settings.theme()), earlier, nanos);
    this.summary = new SummaryText(settings, leftOut);
    this.screen = screen;
    this.rows = rows;
    this.nanos = nanos;
    this.out = out;
    this.notices = notices;
    this.lastFrame = nanos.getAsLong() - FRAME_NANOS;
  }

  /**
   * One that does not move.
   *
   * @param leftOut what was left out of the batch, in one line; may be empty
   * @param nanos a clock that only goes forward, in nanoseconds
   * @param out takes each line, without its end
   * @param notices takes what is no part of the report, such as that it is being stopped
   */
  public static BatchReport plain(
      ReportSettings settings,
      String leftOut,
      LongSupplier nanos,
      Consumer<String> out,
      Consumer<String> notices) {
    return new BatchReport(
        settings,
        leftOut,
        nanos,
        file -> Optional.empty(),
        () -> 0,
        Optional.empty(),
        out,
        notices);
  }

  /**
   * One that moves.
   *
   * @param leftOut what was left out of the batch, in one line; may be empty
   * @param nanos a clock that only goes forward, in nanoseconds
   * @param earlier how long a file took earlier, by its name
   * @param rows how high the terminal is now
   * @param terminal takes text with control sequences and shows it at once
   */
  public static BatchReport live(
      ReportSettings settings,
      String leftOut,
      LongSupplier nanos,
      Function<String, Optional<Duration>> earlier,
      IntSupplier rows,
      Consumer<String> terminal) {
    return new BatchReport(
        settings,
        leftOut,
        nanos,
        earlier,
        rows,
        Optional.of(new Screen(terminal)),
        line -> {},
        line -> {});
  }

  @Override
  public synchronized void on(BatchEvent event) {
    lines.on(event);
    live.on(event);
    if (event instanceof BatchEvent.BatchFinished finished) {
      lines.paragraph(summary.render(finished.result()));
    }
    boolean said = !staying.isEmpty() || event instanceof BatchEvent.BatchFinished;
    if (said) {
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
    lines.paragraph(text);
    draw();
  }

  @Override
  public synchronized void stopping(String line) {
    lines.stopping();
    live.stopping();
    if (screen.isPresent()) {
      staying.add(line);
    } else {
      notices.accept(line);
    }
    draw();
  }

  @Override
  public synchronized void close() {
    closed = true;
    draw();
  }

  private void draw() {
    lastFrame = nanos.getAsLong();
    if (screen.isPresent()) {
      screen.get().show(staying, closed ? List.of() : live.lines(rows.getAsInt() - 1));
    } else {
      staying.forEach(out);
    }
    staying.clear();
  }
}
