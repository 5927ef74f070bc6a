package io.labrun.report;

import io.labrun.source.Marks;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.util.ArrayList;
import java.util.List;

/** A table of images: how each is, its name, id and size, and a note that wraps. */
final class ImageTable {
  private static final int ID = 12;
  private static final int SIZE = 9;
  private static final int LEAST_NOTE = 20;
  private static final String GAP = "  ";

  private final Pen pen;

  /**
   * An image.
   *
   * @param level how it is
   * @param name its name, or another word where it has none
   * @param id {@code sha256:} and its checksum; empty text where it is not there
   * @param bytes its size; not shown where it is not there
   * @param note what else there is to say; may be empty
   */
  public record Row(FindingText.Level level, String name, String id, long bytes, String note) {
    private String shortId() {
      String sum = id.replaceFirst("^sha256:", "");
      return sum.isEmpty() ? "missing" : sum.substring(0, Math.min(ID, sum.length()));
    }

    private String size() {
      return id.isEmpty() ? "" : Times.bytes(bytes);
    }
  }

  /** A table in a theme. */
  public ImageTable(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
  }

  /** The lines; where the columns don't fit, what stands to the right comes below. */
  public List<String> render(List<Row> rows) {
    int name = rows.stream().mapToInt(row -> TextWidth.of(pen.safe(row.name()))).max().orElse(0);
    int lead = TextWidth.of(Signs.lead(pen.theme(), ""));
    int fixed = lead + name + 2 * GAP.length() + ID + SIZE;
    int room = pen.width() - fixed - GAP.length();
    List<String> out = new ArrayList<>();
    for (Row row : rows) {
      String sign = pen.paint(tone(row), Signs.lead(pen.theme(), sign(row)));
      String title = sign + pad(pen.safe(row.name()), name);
      String facts = pad(row.shortId(), ID) + GAP + " ".repeat(gap(row)) + row.size();
      if (room >= LEAST_NOTE) {
        List<String> note = pen.wrap(pen.safe(row.note()), room);
        out.add((title + GAP + facts + GAP + note.get(0)).stripTrailing());
        note.stream().skip(1).forEach(l -> out.add(" ".repeat(fixed + GAP.length()) + l));
      } else {
        boolean beside = fixed <= pen.width();
        out.add((beside ? title + GAP + facts : title).stripTrailing());
        below(beside ? "" : facts, row.note(), lead, out);
      }
    }
    return out;
  }

  private void below(String facts, String note, int lead, List<String> out) {
    String indent = " ".repeat(lead + 2);
    if (!facts.isEmpty()) {
      out.add((indent + facts.replaceAll(" {2,}", "  ")).stripTrailing());
    }
    if (!note.isEmpty()) {
      pen.wrap(pen.safe(note), Math.max(LEAST_NOTE, pen.width() - indent.length()))
          .forEach(line -> out.add(indent + line));
    }
  }

  private static int gap(Row row) {
    return Math.max(0, SIZE - row.size().length());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - TextWidth.of(text)));
  }

  private String sign(Row row) {
    Marks marks = pen.theme().marks();
    return switch (row.level()) {
      case GOOD -> marks.pass();
      case WARNING -> marks.error();
      case BAD -> marks.fail();
    };
  }

  private static Tone tone(Row row) {
    return switch (row.level()) {
      case GOOD -> Tone.GOOD;
      case WARNING -> Tone.WARNING;
      case BAD -> Tone.BAD;
    };
  }
}
