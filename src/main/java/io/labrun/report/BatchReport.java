package io.labrun.report;

import io.labrun.event.BatchEvent;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Shows a batch: what is known of each file as soon as all before it are told and, in a terminal,
 * below it what is under way; in the end a summary. Safe for use by several threads.
 */
public final class BatchReport implements BatchDisplay {
  private final BatchView view;
  private final BatchLines lines;
  private final BatchLive live;
  private final Sheet sheet;
  private final Consumer<String> notices;

  private BatchReport(
      BatchView view,
      LongSupplier nanos,
      Function<BatchLive, Sheet> sheet,
      Consumer<String> notices) {
    this.view = view;
    this.live = new BatchLive(view, nanos);
    this.sheet = sheet.apply(live);
    this.lines = new BatchLines(this::now, nanos, this.sheet::stay);
    this.notices = notices;
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
    return new BatchReport(view, nanos, live -> Sheet.plain(nanos, out), notices);
  }

  /**
   * One that moves.
   *
   * @param nanos a clock that only goes forward, in nanoseconds
   */
  public static BatchReport live(BatchView view, LongSupplier nanos, Window window) {
    return new BatchReport(
        view, nanos, live -> Sheet.live(nanos, window, live::lines), notice -> {});
  }

  /** In the width that there is now. */
  private BatchView now() {
    return sheet.window().map(window -> view.wide(window.columns().getAsInt())).orElse(view);
  }

  @Override
  public synchronized void on(BatchEvent event) {
    lines.on(event);
    live.on(event);
    if (event instanceof BatchEvent.BatchFinished finished) {
      lines.paragraph(new SummaryText(now()).render(finished.result()));
    }
    if (sheet.hasNews() || event instanceof BatchEvent.BatchFinished) {
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
    lines.paragraph(text);
    sheet.draw();
  }

  @Override
  public synchronized void stopping(String line) {
    lines.stopping();
    live.stopping();
    if (sheet.window().isPresent()) {
      int width = sheet.window().get().columns().getAsInt();
      new Pen(view.settings().theme()).wrap(line, width).forEach(sheet::stay);
    } else {
      notices.accept(line);
    }
    sheet.draw();
  }

  @Override
  public synchronized void close() {
    sheet.close();
  }
}
