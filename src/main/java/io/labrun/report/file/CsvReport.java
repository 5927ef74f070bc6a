package io.labrun.report.file;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A gradebook as CSV (RFC 4180): a row for each assertion of each file, and for each thing that is
 * wrong with a file besides.
 *
 * <p>It begins with a byte order mark: without one Excel takes UTF-8 for the code page of the
 * machine and spoils every name that is not ASCII; LibreOffice and Google Sheets take it as it is
 * meant. Programs have the JSON report.
 */
final class CsvReport implements FileReport {
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final ReportHead head;

  /** A gradebook. */
  public CsvReport(ReportHead head) {
    this.head = head;
  }

  @Override
  public void write(BatchResult batch, Writer out) throws IOException {
    Sink.to(
        out,
        sink -> {
          sink.write(BYTE_ORDER_MARK);
          row(
              sink,
              head.grades() ? "submission" : "file",
              "scenario",
              "assertion",
              "points",
              "reached",
              "status",
              "reason");
          batch.files().forEach(file -> write(file, sink));
          batch.stopped().ifPresent(why -> row(sink, "", "", "", "", "", "stopped", why));
        });
  }

  private void write(FileResult file, Sink out) {
    String scenario =
        file.result().map(result -> result.plan().scenario().name().name()).orElse("");
    for (Trouble trouble : Trouble.of(file, head)) {
      row(out, file.file(), scenario, "", "", "", trouble.type(), trouble.what());
    }
    List<AssertionResult> results = file.result().map(ScenarioResult::assertions).orElse(List.of());
    for (AssertionResult result : results) {
      boolean passed = result.status() == Status.PASSED;
      row(
          out,
          file.file(),
          scenario,
          result.assertion().name().name(),
          "" + result.assertion().points(),
          reached(result),
          result.status().name().toLowerCase(Locale.ROOT),
          passed ? Flaky.words(file) : Reason.of(result));
    }
  }

  /**
   * Where nobody knows (a check could not be made, or was not tried) nothing, unless it is graded.
   */
  private String reached(AssertionResult result) {
    return switch (result.status()) {
      case PASSED -> "" + result.assertion().points();
      case FAILED, BLOCKED -> "0";
      case ERROR, SKIPPED -> head.grades() ? "0" : "";
    };
  }

  private static void row(Sink out, String... cells) {
    out.write(Arrays.stream(cells).map(CsvCell::of).collect(Collectors.joining(",")) + "\r\n");
  }
}
