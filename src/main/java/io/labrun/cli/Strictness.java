package io.labrun.cli;

import io.labrun.event.FileResult;
import java.util.List;

/**
 * What counts against a batch besides what went wrong.
 *
 * @param noSkip whether a scenario that was skipped counts as one that could not run
 * @param strict whether that is so, and a warning or a flaky file counts as failed
 */
record Strictness(boolean noSkip, boolean strict) {
  private static final int MOST_NAMES = 8;

  /** The status of all files. */
  ExitStatus status(List<FileResult> files) {
    return ExitStatus.of(files, noSkip, strict);
  }

  /** Why the status is another than the results say by themselves, in a line; or empty. */
  List<String> reason(List<FileResult> files) {
    ExitStatus status = status(files);
    if (status == ExitStatus.of(files, false)) {
      return List.of();
    }
    List<String> names =
        files.stream().filter(file -> isDecisive(file, status)).map(FileResult::file).toList();
    int left = names.size() - MOST_NAMES;
    String line =
        "exit status %d: %s counts as %s: %s%s"
            .formatted(
                status.code(),
                strict ? "--strict" : "--no-skip",
                status == ExitStatus.FAILED ? "failed" : "not run",
                String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size()))),
                left > 0 ? " and " + left + " more" : "");
    return List.of(line);
  }

  private boolean isDecisive(FileResult file, ExitStatus status) {
    List<FileResult> alone = List.of(file);
    boolean otherwise = ExitStatus.isSkipped(file) || ExitStatus.of(alone, false) != status;
    return otherwise && status(alone) == status;
  }
}
