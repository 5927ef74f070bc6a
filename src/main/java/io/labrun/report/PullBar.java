package io.labrun.report;

import io.labrun.event.LayerState;
import io.labrun.source.Marks;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.util.Set;

/** A line with a bar for a layer of an image that is being fetched. */
final class PullBar {
  private static final Set<String> IN_FLIGHT =
      Set.of("Downloading", "Extracting", "Verifying Checksum");
  private static final int LEAST_BAR = 6;
  private static final int MOST_BAR = 30;

  private final Pen pen;

  PullBar(Pen pen) {
    this.pen = pen;
  }

  /** Whether something moves in a layer; waiting and finished ones have no bar. */
  static boolean isInFlight(LayerState layer) {
    return IN_FLIGHT.contains(layer.status());
  }

  /** The line of a layer, no wider than the theme. */
  String line(LayerState layer) {
    boolean unicode = pen.theme().marks() == Marks.UNICODE;
    String lead = "      " + pen.clip(pen.safe(layer.layer()), 12) + " ";
    String words = " " + words(layer);
    int room = pen.width() - TextWidth.of(lead) - words.length() - 1;
    if (room < LEAST_BAR) {
      words = " " + Times.bytes(layer.current());
      room = pen.width() - TextWidth.of(lead) - words.length() - 1;
    }
    int bar = Math.max(LEAST_BAR, Math.min(MOST_BAR, room));
    int full = layer.total() <= 0 ? 0 : (int) Math.min(bar, bar * layer.current() / layer.total());
    String done = (unicode ? "━" : "#").repeat(full);
    String left = (unicode ? "─" : ".").repeat(bar - full);
    return lead + pen.paint(Tone.ACCENT, done) + pen.paint(Tone.MUTED, left + words);
  }

  private static String words(LayerState layer) {
    if (layer.status().equals("Extracting")) {
      return "unpacking";
    }
    if (layer.status().startsWith("Verifying")) {
      return "checking";
    }
    return layer.total() <= 0
        ? Times.bytes(layer.current())
        : Times.bytes(layer.current()) + " of " + Times.bytes(layer.total());
  }
}
