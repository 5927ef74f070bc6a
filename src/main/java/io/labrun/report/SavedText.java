package io.labrun.report;

import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was written into a file with images. */
public final class SavedText {
  private final Pen pen;
  private final ReportSettings settings;

  /** Lines as the settings say. */
  public SavedText(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
    this.settings = settings;
  }

  /**
   * The lines.
   *
   * @param digests references that the file can't carry, since they are no tags
   */
  public List<String> render(
      String file, int images, long bytes, Duration time, List<String> digests) {
    List<String> out = new ArrayList<>();
    String size = Times.bytes(bytes);
    String took = settings.detail() == Detail.QUIET ? "" : " in " + Times.of(time);
    String words =
        "%s: %s, %s%s".formatted(pen.safe(file), Words.count(images, "image"), size, took);
    out.add(pen.paint(Tone.GOOD, words));
    for (String digest : digests) {
      String lead = Signs.lead(pen.theme(), pen.theme().marks().error());
      out.addAll(
          pen.beside(
              lead,
              Tone.WARNING,
              pen.safe(digest)
                  + ": a file keeps no digests, so the other engine won't know it by this name;"
                  + " let the scenario name a tag"));
    }
    if (settings.detail() != Detail.QUIET) {
      String command = ShellQuote.words(List.of("labrun", "images", "load", file));
      out.addAll(Leads.commands(pen, "next", List.of(command + "    on the other machine")));
    }
    return out;
  }
}
