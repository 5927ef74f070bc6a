package io.labrun.report;

import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.source.Marks;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line for each file of several, and one for all of them. */
public final class SummaryText {
  private final Pen pen;

  /** A summary in a theme. */
  public SummaryText(ReportSettings settings) {
    this.pen = new Pen(settings.theme());
  }

  /** The lines. */
  public List<String> render(List<FileResult> files) {
    List<String> out = new ArrayList<>();
    int names =
        files.stream().mapToInt(file -> TextWidth.of(pen.safe(file.file()))).max().orElse(0);
    files.forEach(file -> out.addAll(row(file, Math.min(names, pen.width() / 2))));
    out.add(total(files));
    return out;
  }

  private List<String> row(FileResult file, int column) {
    String lead = Signs.lead(pen.theme(), sign(file));
    String name = pen.safe(file.file());
    name += " ".repeat(Math.max(0, column - TextWidth.of(name)));
    String words = file.result().map(VerdictText::words).orElseGet(() -> mistakes(file));
    String time = file.result().map(ScenarioResult::time).map(Times::of).orElse("");
    return pen.beside(lead, tone(file), name + "  " + words, time);
  }

  /** How many mistakes a file has, in words. */
  static String mistakes(FileResult file) {
    return "invalid: " + Words.count(file.diagnostics().size(), "mistake");
  }

  private String sign(FileResult file) {
    Marks marks = pen.theme().marks();
    if (file.result().isEmpty() || !file.result().get().leftovers().isEmpty()) {
      return marks.fail();
    }
    return switch (file.result().get().outcome()) {
      case PASSED -> marks.pass();
      case FAILED -> marks.fail();
      case ERROR, REFUSED, INTERRUPTED -> marks.error();
      case SKIPPED -> marks.skip();
    };
  }

  private static Tone tone(FileResult file) {
    return file.result().map(VerdictText::tone).orElse(Tone.BAD);
  }

  private String total(List<FileResult> files) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    Duration time = Duration.ZERO;
    int invalid = 0;
    for (FileResult file : files) {
      Optional<ScenarioResult> result = file.result();
      if (result.isEmpty()) {
        invalid++;
      } else {
        counts.merge(result.get().outcome(), 1, Integer::sum);
        time = time.plus(result.get().time());
      }
    }
    StringBuilder out = new StringBuilder();
    out.append(counts.getOrDefault(Outcome.PASSED, 0)).append(" of ");
    out.append(Words.count(files.size(), "scenario")).append(" passed");
    counts.forEach((outcome, count) -> out.append(words(outcome, count)));
    out.append(invalid == 0 ? "" : ", " + invalid + " invalid");
    out.append(" in ").append(Times.of(time));
    return pen.paint(tone(files), out.toString());
  }

  private static Tone tone(List<FileResult> files) {
    if (files.stream().anyMatch(file -> tone(file) == Tone.BAD)) {
      return Tone.BAD;
    }
    boolean good = files.stream().allMatch(file -> tone(file) == Tone.GOOD);
    return good ? Tone.GOOD : Tone.WARNING;
  }

  private static String words(Outcome outcome, int count) {
    return switch (outcome) {
      case PASSED -> "";
      case FAILED -> ", " + count + " failed";
      case ERROR -> ", " + count + " could not be checked";
      case SKIPPED -> ", " + count + " skipped";
      case REFUSED -> ", " + count + " refused";
      case INTERRUPTED -> ", " + count + " interrupted";
    };
  }
}
