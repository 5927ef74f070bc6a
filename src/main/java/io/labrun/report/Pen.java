package io.labrun.report;

import io.labrun.source.Marks;
import io.labrun.source.Printable;
import io.labrun.source.TextWidth;
import io.labrun.source.Theme;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets lines in a theme: makes foreign text safe, wraps it, puts times at the right margin.
 *
 * @param theme signs, colours, width
 */
public record Pen(Theme theme) {
  private static final int BRIEF = 400;
  private static final int LEAST_ROOM = 12;

  /** A piece of foreign text as one safe line in the theme's signs. */
  public String safe(String text) {
    return signs(Printable.line(text));
  }

  /**
   * A foreign text as one safe line that fills no screen: of one longer than so many characters the
   * start, and how much is left out.
   */
  public String brief(String text) {
    return safe(Cut.at(text, BRIEF));
  }

  /** A foreign text as safe lines in the theme's signs. */
  public List<String> safeLines(String text) {
    return Printable.lines(text).stream().map(this::signs).toList();
  }

  private String signs(String text) {
    return theme.marks() == Marks.UNICODE
        ? text
        : text.replace("→", theme.marks().arrow())
            .replace("…", theme.marks().ellipsis())
            .replace("·", theme.marks().dot())
            .replace("–", theme.marks().skip());
  }

  /** A piece of text in a tone. */
  public String paint(Tone tone, String text) {
    return theme.paint(tone, text);
  }

  /** How many columns a line has. */
  public int width() {
    return theme.width();
  }

  /** A text no wider than so many columns, with an ellipsis where something is missing. */
  public String clip(String text, int columns) {
    if (TextWidth.of(text) <= columns) {
      return text;
    }
    String sign = theme.marks().ellipsis();
    return TextWidth.clip(text, Math.max(0, columns - sign.length())) + sign;
  }

  /** A safe text in lines of at most so many columns, cut between words where that is possible. */
  public List<String> wrap(String text, int columns) {
    List<String> out = new ArrayList<>();
    String rest = text;
    String fits = TextWidth.clip(rest, columns);
    while (fits.length() < rest.length()) {
      int blank = rest.charAt(fits.length()) == ' ' ? fits.length() : fits.lastIndexOf(' ');
      int cut = blank > 0 ? blank : Math.max(1, fits.length());
      out.add(rest.substring(0, cut).stripTrailing());
      rest = rest.substring(cut).stripLeading();
      fits = TextWidth.clip(rest, columns);
    }
    out.add(rest);
    return out;
  }

  /**
   * A lead and a text that wraps beside it.
   *
   * @param lead what stands before the first line, plain; the others are indented by its width
   * @param text a safe text
   */
  public List<String> beside(String lead, Tone leadTone, String text) {
    return beside(lead, leadTone, text, "");
  }

  /** As above with something at the right margin of the first line, plain. */
  public List<String> beside(String lead, Tone leadTone, String text, String right) {
    int indent = TextWidth.of(lead);
    int margin = right.isEmpty() ? 0 : TextWidth.of(right) + 1;
    List<String> lines = wrap(text, Math.max(LEAST_ROOM, width() - indent - margin));
    List<String> out = new ArrayList<>();
    String first = paint(leadTone, lead) + lines.get(0);
    if (!right.isEmpty()) {
      int gap = width() - indent - TextWidth.of(lines.get(0)) - margin + 1;
      first += " ".repeat(Math.max(1, gap)) + paint(Tone.MUTED, right);
    }
    out.add(first.stripTrailing());
    lines.stream().skip(1).forEach(line -> out.add(" ".repeat(indent) + line));
    return out;
  }

  /**
   * The one line of something that moves: cut off where it is too long, a time at the right margin.
   *
   * @param lead what stands before it, plain
   * @param text a safe text
   * @param time plain
   */
  String moving(String lead, String text, String time) {
    int room = width() - TextWidth.of(lead) - time.length() - 1;
    String shown = clip(text, Math.max(1, room));
    String gap = " ".repeat(Math.max(0, room - TextWidth.of(shown)) + 1);
    return paint(Tone.ACCENT, lead) + shown + gap + paint(Tone.MUTED, time);
  }
}
