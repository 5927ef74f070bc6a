package io.labrun.report;

import io.labrun.event.Leftover;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Counts what is removed of a run that stood, and says it in the end. */
public final class RemovalReport implements RunListener {
  private final Pen pen;
  private final Detail detail;
  private final RemovalText text;

  /** A report that has counted nothing yet. */
  public RemovalReport(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
    this.detail = settings.detail();
    this.text = new RemovalText(settings);
  }

  @Override
  public synchronized void on(RunEvent event) {
    if (event instanceof RunEvent.Removed removed) {
      text.on(removed);
    }
  }

  /** The lines when all is over; quietly only what could not be removed. */
  public synchronized List<String> finished(String run, Duration time, List<Leftover> left) {
    List<String> out = new ArrayList<>();
    if (detail != Detail.QUIET || !left.isEmpty()) {
      out.add(pen.paint(Tone.STRONG, pen.safe(run)));
    }
    RunEvent.RemovalFinished end = new RunEvent.RemovalFinished(time, left);
    out.addAll(detail == Detail.QUIET ? text.leftovers(left) : text.finished(end));
    return out;
  }
}
