package io.labrun.report;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioRun;
import io.labrun.source.TextWidth;
import io.labrun.source.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What came of a batch, the worst first: each failure with what a person needs to act, then what
 * was not run and why, what is flaky, what took longest; in the end the counts and the time.
 */
final class SummaryText {
  private static final int FEW_FILES = 10;
  private static final int SLOWEST = 5;

  private final BatchView view;
  private final Pen pen;
  private List<FileResult> files = List.of();
  private FileNames names;

  /** A summary. */
  SummaryText(BatchView view) {
    this.view = view;
    this.pen = new Pen(view.settings().theme());
  }

  /** The lines; of a quiet one no more than the verdict. */
  List<String> render(BatchResult batch) {
    files = batch.files();
    names = new FileNames(files.stream().map(FileResult::file).toList(), pen);
    List<String> out = new ArrayList<>();
    if (view.settings().detail() != Detail.QUIET) {
      sections().forEach((title, lines) -> section(title, lines, out));
    }
    out.addAll(new VerdictLines(pen).render(batch, view.leftOut()));
    return out;
  }

  private void section(String title, List<String> lines, List<String> out) {
    if (!lines.isEmpty()) {
      out.add(pen.paint(Tone.STRONG, title));
      out.addAll(lines);
      out.add("");
    }
  }

  private Map<String, List<String>> sections() {
    Map<String, List<String>> out = new LinkedHashMap<>();
    out.put("Failed", each(word("failed"), this::trouble));
    out.put("Could not be checked", each(word("could not be checked"), this::trouble));
    out.put("Left something behind", each(this::onlyLeft, this::trouble));
    out.put("Invalid", each(word("invalid"), new TroubleText(view, "")::invalid));
    out.put("Refused", each(word("refused"), this::trouble));
    out.put("Interrupted", byReason(word("interrupted"), file -> "stopped before its end"));
    out.put("Not run", byReason(word("not run"), SummaryText::reason));
    out.put("Skipped", byReason(word("skipped"), SummaryText::reason));
    out.put("Flaky", each(FileResult::isFlaky, new FlakyText(pen)::render));
    out.put("Slowest", slowest());
    return out;
  }

  private List<String> trouble(FileResult file, String name) {
    String engine = file.run().map(ScenarioRun::engine).orElse("");
    return new TroubleText(view, engine).run(file, name);
  }

  private static Predicate<FileResult> word(String word) {
    return file -> BatchCounts.word(file).equals(word);
  }

  private boolean onlyLeft(FileResult file) {
    return TroubleText.hasLeft(file)
        && List.of("passed", "skipped", "interrupted").contains(BatchCounts.word(file));
  }

  private List<String> each(
      Predicate<FileResult> which, BiFunction<FileResult, String, List<String>> text) {
    List<String> out = new ArrayList<>();
    for (int index = 0; index < files.size(); index++) {
      if (which.test(files.get(index))) {
        out.addAll(text.apply(files.get(index), names.of(index)));
      }
    }
    return out;
  }

  /** What was not run for one reason is told together. */
  private List<String> byReason(Predicate<FileResult> which, Function<FileResult, String> reason) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (int index = 0; index < files.size(); index++) {
      if (which.test(files.get(index))) {
        reasons
            .computeIfAbsent(reason.apply(files.get(index)), why -> new ArrayList<>())
            .add(names.of(index));
      }
    }
    List<String> out = new ArrayList<>();
    String lead = Signs.lead(pen.theme(), pen.theme().marks().skip());
    reasons.forEach(
        (why, who) ->
            out.addAll(pen.beside(lead, Tone.WARNING, Words.names(who) + ": " + pen.brief(why))));
    return out;
  }

  private static String reason(FileResult file) {
    return file.unrun()
        .or(() -> file.result().flatMap(result -> result.problem()))
        .map(why -> why.what() + several(why))
        .orElse("no reason was given");
  }

  private static String several(Problem why) {
    boolean generic = why.what().endsWith("are not here");
    return generic ? ": " + String.join("; ", why.details()) : "";
  }

  private List<String> slowest() {
    List<Integer> ran =
        IntStream.range(0, files.size())
            .filter(index -> !files.get(index).runs().isEmpty())
            .boxed()
            .sorted(Comparator.comparing(this::time).reversed())
            .toList();
    List<String> out = new ArrayList<>();
    if (ran.size() > FEW_FILES) {
      List<Integer> first = ran.subList(0, SLOWEST);
      int widest = first.stream().mapToInt(i -> TextWidth.of(names.of(i))).max().orElse(0);
      for (int index : first) {
        String name = names.of(index);
        String gap = " ".repeat(Math.max(0, widest - TextWidth.of(name)) + 2);
        out.addAll(pen.beside("    ", Tone.MUTED, name + gap + Times.of(time(index))));
      }
    }
    return out;
  }

  private Duration time(int index) {
    return FileWords.time(files.get(index)).orElse(Duration.ZERO);
  }
}
