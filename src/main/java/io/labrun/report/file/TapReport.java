package io.labrun.report.file;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Status;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The Test Anything Protocol, version 14: a subtest for each file, a test point for each claim. */
final class TapReport implements FileReport {
  @Override
  public void write(BatchResult batch, Writer out) throws IOException {
    out.write("TAP version 14\n1.." + batch.files().size() + "\n");
    int number = 0;
    for (FileResult file : batch.files()) {
      write(file, ++number, out);
    }
  }

  private static void write(FileResult file, int number, Writer out) throws IOException {
    List<AssertionResult> results =
        file.result().map(result -> result.assertions()).orElse(List.of());
    out.write("# Subtest: " + escaped(file.file()) + "\n    1.." + results.size() + "\n");
    boolean good = !results.isEmpty();
    int point = 0;
    for (AssertionResult result : results) {
      boolean passed = result.status() == Status.PASSED;
      good &= passed;
      String name = escaped(result.assertion().name().name());
      out.write("    " + (passed ? "ok " : "not ok ") + ++point + " - " + name + "\n");
    }
    out.write((good ? "ok " : "not ok ") + number + " - " + escaped(file.file()) + "\n");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("#", "\\#").replaceAll("[\\r\\n]+", " ");
  }
}
