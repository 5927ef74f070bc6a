package io.labrun.report;

import io.labrun.source.Marks;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line about how a thing is, and below it the command that mends it. */
public final class FindingText {
  private final Pen pen;
  private final Detail detail;

  /** How a thing is. */
  public enum Level {
    /** As it should be. */
    GOOD,
    /** Usable. */
    WARNING,
    /** Not usable. */
    BAD
  }

  /** Findings shown as the settings say; quietly only those that are not good. */
  public FindingText(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
    this.detail = settings.detail();
  }

  /**
   * The lines of one finding.
   *
   * @param tried what was tried, in order; mostly nothing
   */
  public List<String> render(
      String subject, Level level, String meaning, List<String> tried, Optional<String> command) {
    if (detail == Detail.QUIET && level == Level.GOOD) {
      return List.of();
    }
    Marks marks = pen.theme().marks();
    String sign =
        switch (level) {
          case GOOD -> marks.pass();
          case WARNING -> marks.error();
          case BAD -> marks.fail();
        };
    Tone tone =
        switch (level) {
          case GOOD -> Tone.GOOD;
          case WARNING -> Tone.WARNING;
          case BAD -> Tone.BAD;
        };
    String lead = Signs.lead(pen.theme(), sign);
    List<String> out = new ArrayList<>(pen.beside(lead, tone, pen.safe(subject + ": " + meaning)));
    out.addAll(Leads.lines(pen, "tried", tried));
    command.ifPresent(words -> out.addAll(Leads.commands(pen, "help", List.of(words))));
    return out;
  }
}
