package io.labrun.report;

import io.labrun.event.BatchEvent;
import io.labrun.source.Theme;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * What moves of a batch: a line for each scenario under way, one for each that waits for another,
 * and how far all have come.
 */
final class BatchLive {
  /** A scenario that is under way. */
  private record One(Doing doing, String engine, long since) {}

  private static final Set<String> TELLING = Set.of("passed", "failed");

  private final BatchView view;
  private final Theme theme;
  private final LongSupplier nanos;
  private final Map<Integer, One> underWay = new TreeMap<>();
  private final Waits waits = new Waits();
  private final BatchCounts done = new BatchCounts();
  private EngineNames engines = EngineNames.NONE;
  private Estimate estimate;
  private FileNames names;
  private int files;
  private boolean stopping;

  BatchLive(BatchView view, LongSupplier nanos) {
    this.view = view;
    this.theme = view.settings().theme();
    this.nanos = nanos;
  }

  /** Takes note of an event. */
  void on(BatchEvent event) {
    waits.on(event);
    if (event instanceof BatchEvent.BatchStarted started) {
      files = started.files().size();
      names = new FileNames(started.files(), new Pen(theme));
      estimate = new Estimate(started.files(), view.earlier(), nanos);
    } else if (event instanceof BatchEvent.EnginesConnected connected) {
      engines = EngineNames.of(connected.engines(), new Pen(theme));
    } else if (event instanceof BatchEvent.FileStarted started) {
      Doing doing = new Doing(new Pen(theme), nanos);
      underWay.put(started.index(), new One(doing, started.engine(), nanos.getAsLong()));
      estimate.begun(started.index());
    } else if (event instanceof BatchEvent.RunHappened happened) {
      One one = underWay.get(happened.index());
      if (one != null) {
        one.doing().on(happened.event());
      }
    } else if (event instanceof BatchEvent.FileFinished finished) {
      underWay.remove(finished.index());
      String word = BatchCounts.word(finished.result());
      estimate.over(finished.index(), TELLING.contains(word));
      done.add(finished.result());
    } else if (event instanceof BatchEvent.BatchFinished) {
      files = 0;
    }
  }

  /** Somebody asked to stop, so nothing more is begun and no time is foretold. */
  void stopping() {
    stopping = true;
  }

  /**
   * The lines; none before the batch begins and after it has ended.
   *
   * @param most how many at most
   * @param columns how wide at most
   */
  List<String> lines(int most, int columns) {
    if (files == 0) {
      return List.of();
    }
    Pen pen = new Pen(theme.wide(columns));
    List<BatchEvent.FileDelayed> waiting = stopping ? List.of() : waits.all(underWay.keySet());
    Set<Integer> named = new TreeSet<>(underWay.keySet());
    waiting.forEach(one -> named.add(one.index()));
    LiveRow row = new LiveRow(pen, names.widest(named), engines.widest());
    int room = Math.max(0, most - 1);
    List<String> out = new ArrayList<>(underWay(row, room));
    out.addAll(waiting(row, waiting, Math.max(0, room - out.size())));
    Optional<Duration> left = stopping ? Optional.empty() : estimate.left();
    out.add(new BatchBar(pen).line(files, done, estimate.share(), left));
    return out;
  }

  private List<String> underWay(LiveRow row, int room) {
    boolean all = underWay.size() <= room;
    int shown = all ? underWay.size() : Math.max(0, room - 1);
    List<String> out = new ArrayList<>();
    underWay.entrySet().stream()
        .limit(shown)
        .forEach(one -> out.add(line(row, one.getKey(), one.getValue())));
    if (!all && room > 0) {
      out.add(aside(row.pen(), "and " + (underWay.size() - shown) + " more under way"));
    }
    return out;
  }

  private String line(LiveRow row, int index, One one) {
    String time = Times.of(Duration.ofNanos(nanos.getAsLong() - one.since()));
    String sign = Signs.spinner(theme, nanos.getAsLong());
    String words = one.doing().words();
    return row.underWay(sign, names.of(index), engines.of(one.engine()), words, time);
  }

  private List<String> waiting(LiveRow row, List<BatchEvent.FileDelayed> all, int room) {
    int shown = Waits.named(all.size(), room);
    List<String> out = new ArrayList<>();
    for (BatchEvent.FileDelayed one : all.subList(0, shown)) {
      String why = row.pen().safe(one.why());
      out.add(row.waiting(names.of(one.index()), names.of(one.behind()), why));
    }
    if (shown < all.size() && room > 0) {
      int others = all.size() - shown;
      out.add(aside(row.pen(), shown == 0 ? others + " wait" : "and " + others + " more wait"));
    }
    return out;
  }

  private static String aside(Pen pen, String words) {
    return pen.paint(Tone.MUTED, pen.clip("    " + words, pen.width()));
  }
}
