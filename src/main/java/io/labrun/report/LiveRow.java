package io.labrun.report;

import io.labrun.source.TextWidth;
import io.labrun.source.Tone;

/**
 * Lines of what moves in a batch, in columns: which scenario, on which engine, what it is at, since
 * when.
 *
 * @param pen as wide as the lines are
 * @param name how wide the column of the names would like to be
 * @param engine how wide that of the engines would like to be; 0 where none is named
 */
record LiveRow(Pen pen, int name, int engine) {
  private static final String GAP = "  ";
  private static final String ON = "on ";

  /** In fewer columns words say nothing. */
  private static final int FEW = 8;

  /** The line of one that is under way, as wide as the pen. */
  String underWay(String sign, String scenario, String where, String words, String time) {
    String lead = Signs.lead(pen.theme(), sign);
    int room = Math.max(1, pen.width() - TextWidth.of(lead) - time.length() - 1);
    String first = name(scenario, room);
    String second = where(where, room - TextWidth.of(first) - GAP.length());
    int rest = room - TextWidth.of(first + second);
    String third = engine > 0 && rest < FEW ? "" : pen.clip(words, Math.max(0, rest));
    int gap = Math.max(0, room - TextWidth.of(first + second + third)) + 1;
    return pen.paint(Tone.ACCENT, lead)
        + first
        + pen.paint(Tone.MUTED, second + third)
        + " ".repeat(gap)
        + pen.paint(Tone.MUTED, time);
  }

  /** The line of one that waits for another. */
  String waiting(String scenario, String other, String why) {
    String lead = Signs.lead(pen.theme(), pen.theme().marks().dot());
    int room = Math.max(1, pen.width() - TextWidth.of(lead));
    String first = name(scenario, room);
    String behind = pen.clip(other, Math.max(1, (room - TextWidth.of(first)) / 3));
    String words = first + "waits for " + behind + ": " + why;
    return pen.paint(Tone.MUTED, lead + pen.clip(words, room));
  }

  private String name(String scenario, int room) {
    return column(scenario, Math.min(name, Math.max(1, room / 2)));
  }

  private String where(String where, int room) {
    return engine == 0 || room < 1 ? "" : column(ON + where, Math.min(ON.length() + engine, room));
  }

  private String column(String text, int width) {
    String shown = pen.clip(text, width);
    return shown + " ".repeat(width - TextWidth.of(shown)) + GAP;
  }
}
