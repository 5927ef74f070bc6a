package io.labrun.report.file;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Mismatch;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.report.Cut;
import io.labrun.report.GradeWords;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** The Test Anything Protocol, version 14: a subtest for each file, a test point for each claim. */
final class TapReport implements FileReport {
  private final ReportHead head;

  TapReport(ReportHead head) {
    this.head = head;
  }

  @Override
  public void write(BatchResult batch, Writer out) throws IOException {
    Sink.to(out, sink -> write(batch, sink));
  }

  private void write(BatchResult batch, Sink out) {
    out.line("TAP version 14");
    if (batch.files().isEmpty() && batch.stopped().isEmpty()) {
      out.line("1..1");
      out.line("not ok 1 - nothing was run");
      return;
    }
    if (!batch.files().isEmpty()) {
      out.line("1.." + batch.files().size());
    }
    int number = 0;
    for (FileResult file : batch.files()) {
      number++;
      if (batch.stopped().isEmpty() || file.unrun().isEmpty()) {
        file(file, number, out);
      }
    }
    batch.stopped().ifPresent(why -> out.line("Bail out! " + TapPoint.escaped(why)));
  }

  private void file(FileResult file, int number, Sink out) {
    List<Trouble> troubles = Trouble.of(file, head);
    Optional<Trouble> lacks = troubles.stream().filter(Trouble::isSkip).findFirst();
    if (lacks.isPresent() && troubles.size() == 1) {
      new TapPoint("", true, number, file.file()).directive("SKIP", lacks.get().what()).write(out);
      return;
    }
    List<AssertionResult> results = file.result().map(ScenarioResult::assertions).orElse(List.of());
    out.line("# Subtest: " + TapPoint.escaped(file.file()));
    out.line("    1.." + (troubles.size() + results.size()));
    int point = 0;
    for (Trouble trouble : troubles) {
      of(trouble, ++point).write(out);
    }
    for (AssertionResult result : results) {
      of(result, ++point).write(out);
    }
    boolean good = FileStatus.of(file) == FileStatus.PASSED && troubles.isEmpty();
    TapPoint whole = new TapPoint("", good, number, file.file());
    String words =
        head.grades() ? file.result().map(GradeWords::points).orElse("") : Flaky.words(file);
    if (!words.isEmpty()) {
      whole.fact("message", words);
    }
    whole.write(out);
  }

  private static TapPoint of(Trouble trouble, int number) {
    TapPoint point =
        new TapPoint("    ", trouble.isSkip(), number, trouble.claim())
            .fact("message", Reason.line(trouble.what()))
            .fact("severity", trouble.type());
    trouble.place().ifPresent(point::at);
    return trouble.isSkip()
        ? point.directive("SKIP", trouble.what())
        : point.facts("help", trouble.more());
  }

  private static TapPoint of(AssertionResult result, int number) {
    boolean untried = result.status() == Status.BLOCKED || result.status() == Status.SKIPPED;
    boolean good = untried || result.status() == Status.PASSED;
    TapPoint point = new TapPoint("    ", good, number, result.assertion().name().name());
    if (result.status() == Status.PASSED) {
      return point;
    }
    if (untried) {
      String word = result.status() == Status.BLOCKED ? "blocked: " : "not tried: ";
      return point.directive("SKIP", word + Reason.of(result));
    }
    if (result.isWarning()) {
      point.directive("TODO", "a warning: " + Reason.of(result));
    }
    point
        .fact("message", Reason.of(result))
        .fact("severity", result.isWarning() ? "warning" : severity(result))
        .fact("duration_ms", result.time().toMillis())
        .fact("attempts", result.attempts())
        .at(Reason.place(result));
    List<Mismatch> wrong = Reason.mismatches(result);
    return wrong.isEmpty()
        ? point
        : point
            .fact("expected", shown(wrong.get(0).expected()))
            .fact("actual", shown(wrong.get(0).found()));
  }

  private static String severity(AssertionResult result) {
    return result.status() == Status.FAILED ? "fail" : "error";
  }

  private static String shown(String value) {
    return Cut.at(value, 2_000);
  }
}
