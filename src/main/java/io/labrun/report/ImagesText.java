package io.labrun.report;

import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** What the images are that scenarios need, and what is missing. */
public final class ImagesText {
  private final ReportSettings settings;
  private final Pen pen;

  /**
   * An image that is needed.
   *
   * @param reference as a scenario writes it
   * @param id {@code sha256:} and its checksum; empty text where it is missing
   * @param bytes its size
   * @param scenarios who needs it
   */
  public record Needed(String reference, String id, long bytes, List<String> scenarios) {
    /** Whether the engine does not have it. */
    public boolean isMissing() {
      return id.isEmpty();
    }

    private ImageTable.Row row() {
      FindingText.Level level = isMissing() ? FindingText.Level.BAD : FindingText.Level.GOOD;
      return new ImageTable.Row(level, reference, id, bytes, String.join(", ", scenarios));
    }
  }

  /** Images shown as the settings say; quietly only the references of those that are missing. */
  public ImagesText(ReportSettings settings) {
    this.settings = settings;
    this.pen = new Pen(settings.theme());
  }

  /**
   * The table, and how to get what is missing.
   *
   * @param files what the user named, for commands that are shown
   */
  public List<String> render(List<Needed> images, List<String> files) {
    List<Needed> missing = images.stream().filter(Needed::isMissing).toList();
    if (settings.detail() == Detail.QUIET) {
      return missing.stream().map(image -> pen.safe(image.reference())).toList();
    }
    if (images.isEmpty()) {
      return List.of("no image is needed");
    }
    List<String> out =
        new ArrayList<>(new ImageTable(settings).render(images.stream().map(Needed::row).toList()));
    out.add("");
    String all = images.size() == 1 ? "the image is here" : "all " + images.size() + " are here";
    if (missing.isEmpty()) {
      out.add(pen.paint(Tone.GOOD, all));
      return out;
    }
    out.add(
        pen.paint(
            Tone.BAD,
            missing.size() + " of " + Words.count(images.size(), "image") + isMissing(missing)));
    out.addAll(Leads.commands(pen, "help", ways(files)));
    return out;
  }

  private static String isMissing(List<Needed> missing) {
    return missing.size() == 1 ? " is missing" : " are missing";
  }

  private List<String> ways(List<String> files) {
    List<String> pull = new ArrayList<>(List.of("images", "pull"));
    pull.addAll(files);
    return List.of(
        settings.labrun(pull.toArray(String[]::new)),
        settings.labrun("images", "load", "FILE.tar"));
  }
}
