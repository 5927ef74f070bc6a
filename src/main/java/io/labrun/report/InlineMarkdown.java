package io.labrun.report;

import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Gives code and emphasis within a text their tone, over the ends of lines too. */
public final class InlineMarkdown {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*])(\\*{1,2})(?=\\S)([^*]+)(?<=\\S)\\1(?![\\w*])");

  // Stand for the marks while the text is wrapped: characters that no text has.
  private static final char CODE_BEGINS = '\uE001';
  private static final char EMPHASIS_BEGINS = '\uE002';
  private static final char ENDS = '\uE003';

  private final Pen pen;

  /** Texts set with a pen. */
  public InlineMarkdown(Pen pen) {
    this.pen = pen;
  }

  /** A lead and a safe text that wraps beside it, as {@link Pen#beside} does. */
  public List<String> beside(String lead, Tone leadTone, String text) {
    if (!pen.theme().colour()) {
      return pen.beside(lead, leadTone, text);
    }
    String marked = CODE.matcher(text).replaceAll(CODE_BEGINS + "$1" + ENDS);
    marked = EMPHASIS.matcher(marked).replaceAll(EMPHASIS_BEGINS + "$2" + ENDS);
    List<String> out = new ArrayList<>();
    Tone tone = null;
    for (String line : pen.beside(lead, leadTone, marked)) {
      StringBuilder painted = new StringBuilder();
      tone = paint(line, tone, painted);
      out.add(painted.toString());
    }
    return out;
  }

  /** Paints a line that begins in a tone, or none, and gives the tone in which it ends. */
  private Tone paint(String line, Tone before, StringBuilder out) {
    Tone tone = before;
    int from = tone == null ? 0 : line.length() - line.stripLeading().length();
    out.append(line, 0, from);
    for (int i = from; i <= line.length(); i++) {
      boolean mark = i < line.length() && line.charAt(i) >= CODE_BEGINS && line.charAt(i) <= ENDS;
      if (mark || i == line.length()) {
        String piece = line.substring(from, i);
        out.append(tone == null ? piece : pen.paint(tone, piece));
        from = i + 1;
        tone = mark ? tone(line.charAt(i)) : tone;
      }
    }
    return tone;
  }

  private static Tone tone(char mark) {
    return mark == ENDS ? null : mark == CODE_BEGINS ? Tone.ACCENT : Tone.STRONG;
  }
}
