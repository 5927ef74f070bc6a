package io.labrun.report;

import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** Lines that lead on, below a result: a word, then what follows from it. */
final class Leads {
  private static final int INDENT = 6;
  private static final int WORD = 6;

  private Leads() {}

  /** Foreign texts that wrap beside a word; nothing for no texts. */
  static List<String> lines(Pen pen, String word, List<String> texts) {
    List<String> out = new ArrayList<>();
    String lead = lead(word);
    for (String text : texts) {
      for (String line : pen.safeLines(text)) {
        out.addAll(pen.beside(lead, Tone.ACCENT, pen.brief(line)));
        lead = lead("");
      }
    }
    return out;
  }

  /** Commands beside a word, never wrapped, so that they can be copied; nothing for none. */
  static List<String> commands(Pen pen, String word, List<String> commands) {
    List<String> out = new ArrayList<>();
    String lead = pen.paint(Tone.ACCENT, lead(word));
    for (String command : commands) {
      out.add(lead + pen.safe(command));
      lead = lead("");
    }
    return out;
  }

  private static String lead(String word) {
    return " ".repeat(INDENT) + word + " ".repeat(Math.max(1, WORD - word.length()));
  }
}
