package io.labrun.report;

import io.labrun.event.BatchEvent;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What moves of a batch: a line for each scenario under way, and how far all have come. */
final class BatchLive {
  /** A scenario that is under way. */
  private record One(Doing doing, long since) {}

  private static final Set<String> TELLING = Set.of("passed", "failed");

  private final Pen pen;
  private final LongSupplier nanos;
  private final Function<String, Optional<Duration>> earlier;
  private final Map<Integer, One> underWay = new TreeMap<>();
  private final BatchCounts done = new BatchCounts();
  private Estimate estimate;
  private FileNames names;
  private int files;
  private boolean stopping;

  BatchLive(Pen pen, Function<String, Optional<Duration>> earlier, LongSupplier nanos) {
    this.pen = pen;
    this.nanos = nanos;
    this.earlier = earlier;
  }

  /** Takes note of an event. */
  void on(BatchEvent event) {
    if (event instanceof BatchEvent.BatchStarted started) {
      files = started.files().size();
      names = new FileNames(started.files(), pen);
      estimate = new Estimate(started.files(), earlier, nanos);
    } else if (event instanceof BatchEvent.FileStarted started) {
      underWay.put(started.index(), new One(new Doing(pen, nanos), nanos.getAsLong()));
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

  /** The lines, at most so many; none before the batch begins and after it has ended. */
  List<String> lines(int most) {
    if (files == 0) {
      return List.of();
    }
    int room = Math.max(0, most - 1);
    boolean all = underWay.size() <= room;
    int shown = all ? underWay.size() : Math.max(0, room - 1);
    List<String> out = new ArrayList<>();
    int column = underWay.keySet().stream().mapToInt(this::width).max().orElse(0);
    underWay.entrySet().stream()
        .limit(shown)
        .forEach(one -> out.add(line(one.getKey(), one.getValue(), column)));
    if (!all && room > 0) {
      String more = "    and " + (underWay.size() - shown) + " more under way";
      out.add(pen.paint(Tone.MUTED, pen.clip(more, pen.width())));
    }
    Optional<Duration> left = stopping ? Optional.empty() : estimate.left();
    out.add(new BatchBar(pen).line(files, done, estimate.share(), left));
    return out;
  }

  private int width(int index) {
    return TextWidth.of(names.of(index));
  }

  private String line(int index, One one, int widest) {
    String lead = Signs.lead(pen.theme(), Signs.spinner(pen.theme(), nanos.getAsLong()));
    String time = Times.of(Duration.ofNanos(nanos.getAsLong() - one.since()));
    int room = Math.max(1, pen.width() - TextWidth.of(lead) - time.length() - 1);
    int column = Math.min(widest, Math.max(1, room / 2));
    String name = pen.clip(names.of(index), column);
    name += " ".repeat(column - TextWidth.of(name)) + "  ";
    String words = pen.clip(one.doing().words(), Math.max(0, room - TextWidth.of(name)));
    int gap = Math.max(0, room - TextWidth.of(name) - TextWidth.of(words)) + 1;
    return pen.paint(Tone.ACCENT, lead)
        + name
        + pen.paint(Tone.MUTED, words)
        + " ".repeat(gap)
        + pen.paint(Tone.MUTED, time);
  }
}
