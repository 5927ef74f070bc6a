package io.labrun.report.file;

import io.labrun.event.FileResult;
import io.labrun.event.Outcome;

/** Says of a file that its runs don't agree. */
final class Flaky {
  private Flaky() {}

  /** How many of its runs passed, in words; empty if all agree. */
  static String words(FileResult file) {
    long passed =
        file.runs().stream().filter(run -> run.result().outcome() == Outcome.PASSED).count();
    return file.isFlaky()
        ? "flaky: passed in " + passed + " of " + file.runs().size() + " runs"
        : "";
  }
}
