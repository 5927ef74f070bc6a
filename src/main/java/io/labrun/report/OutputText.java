package io.labrun.report;

import io.labrun.event.Observation.Output;
import io.labrun.source.Tone;
import java.util.List;

/** Shows a command and what it left behind: exit code, output, error output, each cut sensibly. */
final class OutputText {
  private static final int FIRST = 4;
  private static final int LAST = 8;
  private static final int FIRST_OF_ALL = 100;
  private static final int LAST_OF_ALL = 100;
  private static final int MOST_CHARACTERS = 8_192;

  private final Pen pen;
  private final int first;
  private final int last;

  /** Outputs shown with a pen, of each no more than so many lines as the detail allows. */
  OutputText(Pen pen, Detail detail) {
    this.pen = pen;
    this.first = detail == Detail.VERBOSE ? FIRST_OF_ALL : FIRST;
    this.last = detail == Detail.VERBOSE ? LAST_OF_ALL : LAST;
  }

  /**
   * Adds the command and what it printed.
   *
   * @param summary what is said of it already: the exit code is not said twice
   */
  void render(Output output, String summary, Gutter gutter) {
    command(output, gutter);
    output
        .exitCode()
        .map(String::valueOf)
        .filter(code -> !summary.contains("exit code " + code))
        .ifPresent(code -> gutter.beside("exit code  ", code));
    String more = output.truncated() ? "at least " : "";
    stream("stdout", output.stdout(), more, gutter);
    stream("stderr", output.stderr(), more, gutter);
  }

  /** A shell text of several lines is shown as such. */
  private void command(Output output, Gutter gutter) {
    List<String> lines = pen.safeLines(ShellQuote.words(output.command()).stripTrailing());
    List<String> shown = lines.subList(0, Math.min(lines.size(), first + last));
    int room = lines.size() == 1 ? gutter.room() * 3 : gutter.room() - 2;
    String lead = "$ ";
    for (String line : shown) {
      gutter.beside(lead, pen.clip(line, room));
      lead = "  ";
    }
    if (shown.size() < lines.size()) {
      gutter.beside(lead, pen.paint(Tone.MUTED, pen.theme().marks().ellipsis()));
    }
  }

  private void stream(String name, String text, String more, Gutter gutter) {
    List<String> lines = text.lines().toList();
    String lead = name + "     ";
    if (lines.isEmpty()) {
      gutter.beside(lead, pen.paint(Tone.MUTED, "(nothing)"));
      return;
    }
    boolean cut = lines.size() > first + last + 1;
    for (int i = 0; i < lines.size(); i++) {
      if (cut && i == first) {
        int left = lines.size() - first - last;
        String sign = pen.theme().marks().ellipsis();
        line(
            lead,
            pen.paint(Tone.MUTED, sign + " " + more + left + " lines left out " + sign),
            gutter);
        i = lines.size() - last;
      }
      line(lead, shown(lines.get(i), gutter.room() - lead.length()), gutter);
      lead = " ".repeat(lead.length());
    }
  }

  private void line(String lead, String text, Gutter gutter) {
    gutter.raw(pen.paint(Tone.MUTED, lead) + text);
  }

  private String shown(String line, int room) {
    String head = line.substring(0, Math.min(line.length(), MOST_CHARACTERS));
    return pen.clip(pen.safe(head), room);
  }
}
