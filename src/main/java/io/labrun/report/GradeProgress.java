package io.labrun.report;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Shows a grading: rows that stay and, in a terminal, below them how far it has come. Of the runs
 * themselves nothing is said. Safe for use by several threads.
 */
public final class GradeProgress implements Display {
  private final Pen pen;
  private final LongSupplier nanos;
  private final Sheet sheet;
  private final Consumer<String> stops;
  private String words = "";
  private long since;

  private GradeProgress(
      ReportSettings settings,
      LongSupplier nanos,
      Function<GradeProgress, Sheet> sheet,
      Consumer<String> stops) {
    this.pen = new Pen(settings.theme());
    this.nanos = nanos;
    this.sheet = sheet.apply(this);
    this.stops = stops;
  }

  /**
   * Lines only.
   *
   * @param errors takes what is said when somebody asks to stop
   */
  public static GradeProgress plain(
      ReportSettings settings,
      LongSupplier nanos,
      Consumer<String> lines,
      Consumer<String> errors) {
    return new GradeProgress(settings, nanos, still -> Sheet.plain(nanos, lines), errors);
  }

  /** One that moves. */
  public static GradeProgress live(
      ReportSettings settings, LongSupplier nanos, Window window, Consumer<String> errors) {
    return new GradeProgress(
        settings, nanos, moving -> Sheet.live(nanos, window, moving::lines), errors);
  }

  /** From now on something is under way: safe words for it; none where nothing is. */
  public synchronized void begin(String what) {
    since = nanos.getAsLong();
    words = what;
    sheet.draw();
  }

  /** The same has come further. */
  public synchronized void go(String what) {
    words = what;
    sheet.draw();
  }

  @Override
  public synchronized void paragraph(List<String> text) {
    text.forEach(sheet::stay);
    sheet.draw();
  }

  @Override
  public synchronized void stopping(String line) {
    words = "";
    sheet.draw();
    stops.accept("labrun: " + line);
  }

  /** Draws what moves anew; to be called some ten times a second. */
  public synchronized void tick() {
    sheet.tick();
  }

  @Override
  public synchronized void close() {
    sheet.close();
  }

  private List<String> lines(int most, int columns) {
    if (words.isEmpty()) {
      return List.of();
    }
    long now = nanos.getAsLong();
    String lead = Signs.lead(pen.theme(), Signs.spinner(pen.theme(), now));
    Pen wide = new Pen(pen.theme().wide(columns));
    return List.of(wide.moving(lead, words, Times.of(Duration.ofNanos(now - since))));
  }
}
