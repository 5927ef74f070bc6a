package io.labrun.report.file;

import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import java.util.Locale;

/** What came of a file of a batch, in one word: that of its scenario, or why it was not run. */
enum FileStatus {
  /** All that was checked passed. */
  PASSED,
  /** An assertion failed. */
  FAILED,
  /** It could not be run, or a check could not be made, or nothing was checked. */
  ERROR,
  /** The machine lacks what it requires. */
  SKIPPED,
  /** It asks for something dangerous that nobody granted. */
  REFUSED,
  /** It was stopped from outside. */
  INTERRUPTED,
  /** It has mistakes. */
  INVALID,
  /** It was not run for a reason that lies outside of it. */
  UNRUN;

  /** The status of a file: of the run that decides, if it was run. */
  public static FileStatus of(FileResult file) {
    return file.result()
        .map(result -> of(result.outcome()))
        .orElse(file.unrun().isPresent() ? UNRUN : INVALID);
  }

  /** The status of one run. */
  static FileStatus of(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case ERROR -> ERROR;
      case SKIPPED -> SKIPPED;
      case REFUSED -> REFUSED;
      case INTERRUPTED -> INTERRUPTED;
    };
  }

  /** The word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
