package io.labrun.report;

import io.labrun.event.BatchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
  private final BatchView view;
  private final Window window;
  private final LongSupplier nanos;
  private final Consumer<String> out;
  private final Consumer<String> notices;
  private final List<String> staying = new ArrayList<>();
  private long lastFrame;
  private boolean closed;

  private BatchReport(
      BatchView view,
      LongSupplier nanos,
      Window window,
      Optional<Screen> screen,
      Consumer<String> out,
      Consumer<String> notices) {
    this.view = view;
    this.window = window;
    this.lines = new BatchLines(this::now, nanos, staying::add);
    this.live = new BatchLive(view, nanos);
    this.screen = screen;
    this.nanos = nanos;
    this.out = out;
    this.notices = notices;
    this.lastFrame = nanos.getAsLong() - FRAME_NANOS;
  }

  /**
   * One that does not move.
   *
   * @param nanos a clock that only goes forward, in nanoseconds
   * @param out takes each line, without its end
   * @param notices takes what is no part of the report, such as that it is being stopped
   */
  public static BatchReport plain(
      BatchView view, LongSupplier nanos, Consumer<String> out, Consumer<String> notices) {
    Window none = new Window(view.settings().theme()::width, () -> 0, text -> {});
    return new BatchReport(view, nanos, none, Optional.empty(), out, notices);
  }

  /**
   * One that moves.
   *
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public static BatchReport live(BatchView view, LongSupplier nanos, Window window) {
    Optional<Screen> screen = Optional.of(new Screen(window.out()));
    return new BatchReport(view, nanos, window, screen, line -> {}, line -> {});
  }

  /** In the width that there is now. */
  private BatchView now() {
    return view.wide(window.columns().getAsInt());
  }

  @Override
  public synchronized void on(BatchEvent event) {
    lines.on(event);
    live.on(event);
    if (event instanceof BatchEvent.BatchFinished finished) {
      lines.paragraph(new SummaryText(now()).render(finished.result()));
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
      int width = window.columns().getAsInt();
      staying.addAll(new Pen(view.settings().theme()).wrap(line, width));
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
      screen
          .get()
          .show(
              staying,
              closed
                  ? List.of()
                  : live.lines(window.rows().getAsInt() - 1, window.columns().getAsInt()));
    } else {
      staying.forEach(out);
    }
    staying.clear();
  }
}
