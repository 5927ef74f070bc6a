package io.labrun.report;

import io.labrun.source.Marks;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.Optional;

/** The line that says how far a batch has come. */
final class BatchBar {
  private static final int LEAST_BAR = 8;
  private static final int MOST_BAR = 30;

  private final Pen pen;

  BatchBar(Pen pen) {
    this.pen = pen;
  }

  /**
   * The line, no wider than the theme: a bar, how many files are done, what they came to, the time
   * left; where there is no room, the last of these go first.
   *
   * @param share how much of the work is done, from 0 to 1
   */
  String line(int files, BatchCounts done, double share, Optional<Duration> timeLeft) {
    String number = String.valueOf(done.files());
    String blanks = " ".repeat(String.valueOf(files).length() - number.length() + 1);
    String far = blanks + number + " of " + files;
    String came = done.files() == 0 ? "" : "  " + done.passed() + " passed" + done.others();
    String left = timeLeft.map(BatchBar::words).orElse("");
    String words = far + came + left;
    words = fits(words) ? words : far + came;
    words = fits(words) ? words : far;
    int room = pen.width() - 3 - TextWidth.of(words);
    return bar(Math.max(LEAST_BAR, Math.min(MOST_BAR, room)), share) + pen.paint(Tone.MUTED, words);
  }

  private boolean fits(String words) {
    return pen.width() - 3 - TextWidth.of(words) >= LEAST_BAR;
  }

  private String bar(int width, double share) {
    boolean unicode = pen.theme().marks() == Marks.UNICODE;
    int full = (int) Math.min(width, Math.round(width * share));
    return "  "
        + pen.paint(Tone.ACCENT, (unicode ? "━" : "#").repeat(full))
        + pen.paint(Tone.MUTED, (unicode ? "─" : ".").repeat(width - full));
  }

  /** Rounded as people would: nobody knows it to the second. */
  private static String words(Duration left) {
    long seconds = left.toSeconds();
    if (seconds < 5) {
      return "  nearly done";
    }
    if (seconds < 55) {
      return "  about " + (seconds + 4) / 5 * 5 + " s left";
    }
    return "  about " + (seconds + 59) / 60 + " min left";
  }
}
