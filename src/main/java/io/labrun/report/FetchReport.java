package io.labrun.report;

import io.labrun.event.LayerState;
import io.labrun.event.Problem;
import io.labrun.source.Theme;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Shows images that are on their way: a line for each that has arrived or can't be had and, in a
 * terminal, below them what moves, a bar for each layer. Safe for use by several threads.
 */
public final class FetchReport implements AutoCloseable {
  private final Theme theme;
  private final Detail detail;
  private final LongSupplier nanos;
  private final Sheet sheet;
  private final Map<String, Way> ways = new LinkedHashMap<>();

  /** One that is on its way. */
  private static final class Way {
    private final long since;
    private final Map<String, LayerState> layers = new LinkedHashMap<>();
    private String waits = "";

    Way(long since) {
      this.since = since;
    }
  }

  private FetchReport(
      ReportSettings settings, LongSupplier nanos, Function<FetchReport, Sheet> sheet) {
    this.theme = settings.theme();
    this.detail = settings.detail();
    this.nanos = nanos;
    this.sheet = sheet.apply(this);
  }

  /** Lines only. */
  public static FetchReport plain(
      ReportSettings settings, LongSupplier nanos, Consumer<String> lines) {
    return new FetchReport(settings, nanos, unmoved -> Sheet.plain(nanos, lines));
  }

  /**
   * One that moves.
   *
   * @param window as wide as which it is, whatever the theme says
   */
  public static FetchReport live(ReportSettings settings, LongSupplier nanos, Window window) {
    return new FetchReport(settings, nanos, moving -> Sheet.live(nanos, window, moving::lines));
  }

  /** Something is on its way. */
  public synchronized void started(String what) {
    ways.put(what, new Way(nanos.getAsLong()));
    sheet.draw();
  }

  /** A part of it came further. */
  public synchronized void progressed(String what, LayerState layer) {
    Way way = ways.get(what);
    if (way != null) {
      way.layers.put(layer.layer(), layer);
      way.waits = "";
    }
  }

  /** It broke off and is tried again. */
  public synchronized void again(String what, String reason, Duration pause, int attempt, int of) {
    String words =
        "%s: %s; again in %d s (try %d of %d)"
            .formatted(what, reason, Math.max(1, pause.toSeconds()), attempt, of);
    Pen pen = pen();
    stay(pen.beside(lead(pen.theme().marks().error()), Tone.WARNING, pen.safe(words)));
    Way way = ways.get(what);
    if (way != null) {
      way.layers.clear();
      way.waits = " (waiting)";
    }
    sheet.draw();
  }

  /** It has arrived; with no line where {@code words} are empty. */
  public synchronized void finished(String what, String words) {
    String time = elapsed(what);
    ways.remove(what);
    if (!words.isEmpty() && detail != Detail.QUIET) {
      Pen pen = pen();
      stay(pen.beside(lead(pen.theme().marks().pass()), Tone.GOOD, pen.safe(words), time));
    }
    sheet.draw();
  }

  /** It can't be had. */
  public synchronized void failed(String what, Problem why) {
    String time = elapsed(what);
    ways.remove(what);
    Pen pen = pen();
    List<String> out =
        new ArrayList<>(
            pen.beside(lead(pen.theme().marks().fail()), Tone.BAD, pen.safe(why.what()), time));
    Gutter gutter = new Gutter(pen);
    ProblemText text = new ProblemText(pen);
    text.details(why.details(), gutter);
    out.addAll(gutter.lines());
    out.addAll(text.help(why));
    stay(out);
    sheet.draw();
  }

  /** Shows lines as they are: they must be safe. */
  public synchronized void paragraph(List<String> text) {
    stay(text);
    sheet.draw();
  }

  /** Draws what moves anew; to be called some ten times a second. */
  public synchronized void tick() {
    sheet.draw();
  }

  /** Leaves the terminal as it was; may be called more than once. */
  @Override
  public synchronized void close() {
    sheet.close();
  }

  private void stay(List<String> text) {
    text.forEach(sheet::stay);
  }

  /** As wide as the terminal is now. */
  private Pen pen() {
    return new Pen(sheet.window().map(now -> theme.wide(now.columns().getAsInt())).orElse(theme));
  }

  private List<String> lines(int most, int columns) {
    Pen pen = new Pen(theme.wide(columns));
    PullBar bar = new PullBar(pen);
    List<String> out = new ArrayList<>();
    ways.forEach(
        (what, way) -> {
          out.add(pen.moving(lead(spinner()), pen.safe(what) + way.waits, elapsed(what)));
          way.layers.values().stream().filter(PullBar::isInFlight).map(bar::line).forEach(out::add);
        });
    return out.subList(0, Math.min(Math.max(1, most), out.size()));
  }

  private String spinner() {
    return Signs.spinner(theme, nanos.getAsLong());
  }

  private String lead(String sign) {
    return Signs.lead(theme, sign);
  }

  private String elapsed(String what) {
    Way way = ways.get(what);
    return way == null ? "" : Times.of(Duration.ofNanos(nanos.getAsLong() - way.since));
  }
}
