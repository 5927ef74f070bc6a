package io.labrun.report;

import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A table of the runs that stand. */
public final class StandingText {
  private static final Row HEAD = new Row("RUN", "STATE", Map.of(), "FILE");

  private final Pen pen;

  /**
   * A run that stands.
   *
   * @param run its name
   * @param state how things are with it, in a word
   * @param made how many of each kind stand, by the word for one
   * @param file the scenario's file; empty text where that is not known
   */
  public record Row(String run, String state, Map<String, Integer> made, String file) {

    private String counts() {
      String counts =
          made.entrySet().stream()
              .filter(kind -> kind.getValue() > 0)
              .map(kind -> Words.count(kind.getValue(), kind.getKey()))
              .collect(Collectors.joining(", "));
      return this == HEAD ? "MADE" : counts;
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
    int made = all.stream().mapToInt(row -> row.counts().length()).max().orElse(0);
    List<String> out = new ArrayList<>();
    for (Row row : all) {
      String line =
          pad(pen.safe(row.run()), run) + pad(row.state(), state) + pad(row.counts(), made);
      String whole = (line + pen.safe(row.file())).stripTrailing();
      out.add(row == HEAD ? pen.paint(Tone.MUTED, whole) : whole);
    }
    return out;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - TextWidth.of(text)) + 2);
  }
}
