package io.labrun.report;

import io.labrun.source.Tone;
import java.time.Duration;
import java.util.List;

/** How many images were fetched. */
public final class FetchedText {
  private final Pen pen;
  private final Detail detail;

  /** A line as the settings say. */
  public FetchedText(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
    this.detail = settings.detail();
  }

  /**
   * The lines.
   *
   * @param all how many are needed
   * @param missing how many of them were missing
   * @param fetched how many of these are there now
   */
  public List<String> render(int all, int missing, int fetched, Duration time) {
    String line =
        pen.paint(missing == fetched ? Tone.GOOD : Tone.BAD, words(all, missing, fetched, time));
    return detail == Detail.QUIET || missing == 0 ? List.of(line) : List.of("", line);
  }

  private static String words(int all, int missing, int fetched, Duration time) {
    if (missing == 0) {
      return all == 1 ? "the image is there already" : "all " + all + " are there already";
    }
    String took = " in " + Times.of(time);
    return missing == fetched
        ? Words.count(fetched, "image") + " fetched" + took
        : "%d of %s fetched, %d still missing%s"
            .formatted(fetched, Words.count(missing, "image"), missing - fetched, took);
  }
}
