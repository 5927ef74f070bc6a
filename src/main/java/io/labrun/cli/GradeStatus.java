package io.labrun.cli;

import io.labrun.event.FileResult;
import io.labrun.event.Points;
import java.util.List;

/** What a grading tells the shell: that somebody lacks points is no failure of the grading. */
final class GradeStatus {
  private GradeStatus() {}

  /**
   * The status of all submissions together.
   *
   * @param strict whether points that are missing count as an assertion that failed
   */
  static ExitStatus of(List<FileResult> all, boolean strict) {
    if (all.stream()
        .flatMap(one -> one.result().stream())
        .anyMatch(result -> !result.leftovers().isEmpty())) {
      return ExitStatus.LEFTOVERS;
    }
    if (strict && all.stream().anyMatch(one -> one.result().isPresent() && !isFull(one))) {
      return ExitStatus.FAILED;
    }
    return all.stream().allMatch(one -> one.result().isPresent())
        ? ExitStatus.PASSED
        : ExitStatus.NOT_RUN;
  }

  /** Whether a submission was graded and lacks no points. */
  static boolean isFull(FileResult one) {
    return one.result().filter(result -> Points.of(result.assertions()).isFull()).isPresent();
  }
}
