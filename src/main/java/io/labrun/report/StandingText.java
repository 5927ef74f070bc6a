package io.labrun.report;

import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** A table of the runs that stand. */
public final class StandingText {
  private static final Row HEAD = new Row("RUN", "STATE", 0, 0, 0, 0, "FILE");

  private final Pen pen;

  /**
   * A run that stands.
   *
   * @param run its name
   * @param state how things are with it, in a word
   * @param containers how many stand
   * @param networks how many stand
   * @param volumes how many stand
   * @param images how many were built
   * @param file the scenario's file; empty text where that is not known
   */
  public record Row(
      String run,
      String state,
      int containers,
      int networks,
      int volumes,
      int images,
      String file) {

    private String made() {
      List<String> out = new ArrayList<>();
      add(out, containers, "container");
      add(out, networks, "network");
      add(out, volumes, "volume");
      add(out, images, "image");
      return this == HEAD ? "MADE" : String.join(", ", out);
    }

    private static void add(List<String> out, int count, String noun) {
      if (count > 0) {
        out.add(Words.count(count, noun));
      }
    }
  }

  /** A table in a theme. */
  public StandingText(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
  }

  /** The lines; one that says so where nothing stands. */
  public List<String> render(List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of("nothing stands");
    }
    List<Row> all = new ArrayList<>(List.of(HEAD));
    all.addAll(rows);
    int run = all.stream().mapToInt(row -> TextWidth.of(pen.safe(row.run()))).max().orElse(0);
    int state = all.stream().mapToInt(row -> row.state().length()).max().orElse(0);
    int made = all.stream().mapToInt(row -> row.made().length()).max().orElse(0);
    List<String> out = new ArrayList<>();
    for (Row row : all) {
      String line = pad(pen.safe(row.run()), run) + pad(row.state(), state) + pad(row.made(), made);
      String whole = (line + pen.safe(row.file())).stripTrailing();
      out.add(row == HEAD ? pen.paint(Tone.MUTED, whole) : whole);
    }
    return out;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - TextWidth.of(text)) + 2);
  }
}
