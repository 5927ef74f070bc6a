package io.labrun.report;

import io.labrun.event.BatchResult;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The verdict on a batch: how far it came, what came of it, how long it took. */
final class VerdictLines {
  private static final double SIDE_BY_SIDE = 1.1;

  private static final char UNBROKEN = '\u00a0';

  private final Pen pen;

  VerdictLines(Pen pen) {
    this.pen = pen;
  }

  /**
   * The lines.
   *
   * @param leftOut what was left out, in one line; may be empty
   */
  List<String> render(BatchResult batch, String leftOut) {
    List<String> out = new ArrayList<>();
    BatchCounts counts = BatchCounts.of(batch.files());
    batch.stopped().ifPresent(why -> out.addAll(stopped(batch, why)));
    String words =
        counts.passed()
            + " of "
            + Words.count(counts.files(), "scenario")
            + " passed"
            + counts.others()
            + " in "
            + time(batch.time())
            + sum(batch);
    wrap(words).forEach(line -> out.add(pen.paint(counts.tone(), line)));
    if (!leftOut.isEmpty()) {
      pen.wrap(pen.safe(leftOut), pen.width())
          .forEach(line -> out.add(pen.paint(Tone.MUTED, line)));
    }
    return out;
  }

  /** A time that is not cut in two. */
  private static String time(Duration time) {
    return Times.of(time).replace(' ', UNBROKEN);
  }

  private List<String> wrap(String words) {
    return pen.wrap(words, pen.width()).stream().map(line -> line.replace(UNBROKEN, ' ')).toList();
  }

  private List<String> stopped(BatchResult batch, String why) {
    long begun = batch.files().stream().filter(file -> file.unrun().isEmpty()).count();
    String words =
        "ended after "
            + begun
            + " of "
            + Words.count(batch.files().size(), "scenario")
            + ": "
            + why;
    return pen.wrap(pen.safe(words), pen.width()).stream()
        .map(line -> pen.paint(Tone.WARNING, line))
        .toList();
  }

  /** The time that the runs took together, where that is more than went by. */
  private static String sum(BatchResult batch) {
    Duration all =
        batch.files().stream()
            .map(FileWords::time)
            .flatMap(time -> time.stream())
            .reduce(Duration.ZERO, Duration::plus);
    return all.toMillis() > batch.time().toMillis() * SIDE_BY_SIDE
        ? " (its runs add up to " + time(all) + ")"
        : "";
  }
}
