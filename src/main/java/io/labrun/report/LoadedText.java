package io.labrun.report;

import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a file with images holds, and what came of giving it to the engine. */
public final class LoadedText {
  private final ReportSettings settings;
  private final Pen pen;

  /**
   * An image in a file.
   *
   * @param name with its tag
   * @param id {@code sha256:} and its checksum
   * @param bytes its size
   * @param there the id of what the engine has under this name; empty text for nothing
   */
  public record Found(String name, String id, long bytes, String there) {
    /** Whether the engine has the very image. */
    public boolean isSame() {
      return there.equals(id);
    }

    /** Whether the engine has another one under its name. */
    public boolean isOther() {
      return !there.isEmpty() && !isSame();
    }

    private ImageTable.Row row() {
      String sum = there.replaceFirst("^sha256:", "");
      String note =
          isSame()
              ? "there already"
              : isOther()
                  ? "the engine has " + sum.substring(0, Math.min(12, sum.length()))
                  : "new";
      FindingText.Level level = isOther() ? FindingText.Level.WARNING : FindingText.Level.GOOD;
      return new ImageTable.Row(level, name, id, bytes, note);
    }
  }

  /** Lines as the settings say. */
  public LoadedText(ReportSettings settings) {
    this.settings = settings;
    this.pen = new Pen(settings.theme());
  }

  /** What it holds. */
  public List<String> contents(List<Found> images) {
    if (settings.detail() == Detail.QUIET) {
      return List.of();
    }
    List<String> out =
        new ArrayList<>(new ImageTable(settings).render(images.stream().map(Found::row).toList()));
    out.add("");
    return out;
  }

  /** Nothing was loaded, since the engine has others. */
  public List<String> refused(String file, List<Found> images) {
    List<String> others = images.stream().filter(Found::isOther).map(Found::name).toList();
    List<String> out =
        new ArrayList<>(
            pen.beside(
                "",
                Tone.BAD,
                pen.safe(
                    "nothing was loaded: the engine has other images named "
                        + Words.names(others))));
    out.addAll(
        Leads.commands(pen, "help", List.of(settings.labrun("images", "load", "--replace", file))));
    out.addAll(
        Leads.lines(
            pen,
            "",
            List.of("gives these names to the file's images; the engine's stay, nameless")));
    return out;
  }

  /**
   * All were loaded, or were there.
   *
   * @param lacking names that the engine has not got all the same
   */
  public List<String> loaded(List<Found> images, List<String> lacking, Duration time) {
    if (!lacking.isEmpty()) {
      String words = "the engine took the file, and has not got " + Words.names(lacking);
      return pen.beside("", Tone.BAD, pen.safe(words));
    }
    long fresh = images.stream().filter(image -> !image.isSame()).count();
    String words =
        fresh == 0
            ? "the engine has them all"
            : Words.count(fresh, "image") + " loaded in " + Times.of(time);
    return List.of(pen.paint(Tone.GOOD, words));
  }
}
