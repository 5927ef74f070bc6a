package io.labrun.report;

import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** Lines that lead on, below a result: a word, then what follows from it. */
final class Leads {
  private static final int INDENT = 6;
  private static final int WORD = 6;
  private static final int HANGING = 2;
  private static final int LEAST = 10;

  private Leads() {}

  /**
   * Foreign texts that wrap beside a word; nothing for no texts. What wraps of one of several is
   * indented, so that each is seen to begin.
   */
  static List<String> lines(Pen pen, String word, List<String> texts) {
    List<String> out = new ArrayList<>();
    String lead = lead(word);
    for (String text : texts) {
      for (String whole : pen.safeLines(text)) {
        String line = pen.brief(whole);
        boolean fits = TextWidth.of(lead) + TextWidth.of(line) <= pen.width();
        out.addAll(
            fits || texts.size() == 1
                ? pen.beside(lead, Tone.ACCENT, line)
                : hanging(pen, lead, line));
        lead = lead("");
      }
    }
    return out;
  }

  private static List<String> hanging(Pen pen, String lead, String line) {
    List<String> out = new ArrayList<>();
    String start = pen.paint(Tone.ACCENT, lead);
    for (String part : pen.wrap(line, Math.max(LEAST, pen.width() - lead.length() - HANGING))) {
      out.add(start + part);
      start = " ".repeat(lead.length() + HANGING);
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
