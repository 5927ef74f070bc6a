package io.labrun.report.file;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.report.AssertionText;
import io.labrun.report.GradeWords;
import io.labrun.report.file.JUnitCase.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes the cases of a JUnit report. */
final class JUnitCases {
  private static final int MOST_LINES = 400;

  private final ReportHead head;

  JUnitCases(ReportHead head) {
    this.head = head;
  }

  /** A suite that says why the batch ended early, or that it ran nothing; none if it did. */
  List<JUnitSuite> batch(BatchResult batch) {
    Optional<String> why =
        batch
            .stopped()
            .or(() -> batch.files().isEmpty() ? Optional.of("nothing was run") : Optional.empty());
    return why.map(reason -> new End(JUnitCase.ERROR, "stopped", Reason.line(reason), List.of()))
        .map(
            end ->
                List.of(
                    new JUnitCase(
                        "labrun",
                        head.grades() ? "the grading came to its end" : "the batch came to its end",
                        Duration.ZERO,
                        Optional.empty(),
                        List.of(end))))
        .map(
            cases ->
                List.of(new JUnitSuite("labrun", Duration.ZERO, Duration.ZERO, Map.of(), cases)))
        .orElse(List.of());
  }

  /** The suite of a file. */
  JUnitSuite suite(FileResult file, String className) {
    List<JUnitCase> cases = new ArrayList<>();
    int number = 0;
    for (Trouble trouble : Trouble.of(file, head)) {
      cases.add(of(trouble, className, ++number));
    }
    List<AssertionResult> results = file.result().map(ScenarioResult::assertions).orElse(List.of());
    for (int i = 0; i < results.size(); i++) {
      cases.add(of(file, i, className));
    }
    Duration time =
        file.runs().stream().map(run -> run.result().time()).reduce(Duration.ZERO, Duration::plus);
    Duration start = file.runs().isEmpty() ? Duration.ZERO : file.runs().get(0).start();
    return new JUnitSuite(file.file(), start, time, properties(file), cases);
  }

  private Map<String, String> properties(FileResult file) {
    Map<String, String> out = new LinkedHashMap<>();
    out.put("status", FileStatus.of(file).word());
    file.run().ifPresent(run -> out.put("run", run.result().plan().run().toString()));
    file.run()
        .filter(run -> !run.engine().isEmpty())
        .ifPresent(run -> out.put("engine", run.engine()));
    file.result()
        .filter(result -> head.grades())
        .map(GradeWords::points)
        .ifPresent(points -> out.put("points", points));
    if (file.isFlaky()) {
      out.put("flaky", Flaky.words(file));
    }
    return out;
  }

  private static JUnitCase of(Trouble trouble, String className, int number) {
    String element = trouble.isSkip() ? JUnitCase.SKIPPED : JUnitCase.ERROR;
    List<String> lines = new ArrayList<>();
    trouble.place().ifPresent(span -> lines.add(span.place()));
    trouble.more().forEach(more -> lines.addAll(more.lines().toList()));
    End end = new End(element, trouble.type(), Reason.line(trouble.what()), lines);
    String name = trouble.claim() + (number == 1 ? "" : " (" + number + ")");
    return new JUnitCase(className, name, Duration.ZERO, trouble.place(), List.of(end));
  }

  private JUnitCase of(FileResult file, int index, String className) {
    ScenarioRun deciding = file.run().orElseThrow();
    AssertionResult result = deciding.result().assertions().get(index);
    List<End> ends = new ArrayList<>();
    if (result.status() != Status.PASSED) {
      ends.add(end(element(result), result, deciding));
    }
    boolean passed = result.status() == Status.PASSED;
    for (int run = 0; run < file.runs().size(); run++) {
      ScenarioRun other = file.runs().get(run);
      if (run != file.deciding() && index < other.result().assertions().size()) {
        again(other, index, passed).ifPresent(ends::add);
      }
    }
    return new JUnitCase(
        className,
        Reason.line(result.assertion().name().name()),
        time(file, index),
        Optional.of(result.assertion().name().span()),
        ends);
  }

  private static Duration time(FileResult file, int index) {
    return file.runs().stream()
        .map(ScenarioRun::result)
        .filter(run -> index < run.assertions().size())
        .map(run -> run.assertions().get(index).time())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** What another run came to, as Surefire says it of tests that it ran again. */
  private Optional<End> again(ScenarioRun other, int index, boolean passed) {
    AssertionResult result = other.result().assertions().get(index);
    String which = passed ? "flaky" : "rerun";
    return switch (result.status()) {
      case FAILED -> Optional.of(end(which + "Failure", result, other));
      case ERROR -> Optional.of(end(which + "Error", result, other));
      case PASSED, BLOCKED, SKIPPED -> Optional.empty();
    };
  }

  private static String element(AssertionResult result) {
    return switch (result.status()) {
      case FAILED -> result.isWarning() ? JUnitCase.SKIPPED : JUnitCase.FAILURE;
      case ERROR -> result.isWarning() ? JUnitCase.SKIPPED : JUnitCase.ERROR;
      case PASSED, BLOCKED, SKIPPED -> JUnitCase.SKIPPED;
    };
  }

  private End end(String element, AssertionResult result, ScenarioRun run) {
    boolean skipped = element.equals(JUnitCase.SKIPPED);
    String word =
        result.isWarning() && !isUntried(result)
            ? "warning"
            : result.status().name().toLowerCase(Locale.ROOT);
    String message = (skipped ? word + ": " : "") + Reason.of(result);
    return new End(element, word, message, isUntried(result) ? List.of() : lines(result, run));
  }

  private List<String> lines(AssertionResult result, ScenarioRun run) {
    return cut(new AssertionText(head.settings(run)).render(result, run.result().plan()));
  }

  private static List<String> cut(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    List<String> out = new ArrayList<>(lines.subList(0, MOST_LINES));
    out.add("… (" + (lines.size() - MOST_LINES) + " more lines left out)");
    return out;
  }

  private static boolean isUntried(AssertionResult result) {
    return result.status() == Status.BLOCKED || result.status() == Status.SKIPPED;
  }
}
