package io.labrun.cli;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import java.util.Collection;
import java.util.List;

/** What labrun tells the shell in the end (language, "Results"). */
enum ExitStatus {
  /** All that was checked passed. */
  PASSED(0),
  /** An assertion failed. */
  FAILED(1),
  /** Wrong use of the command. */
  USE(2),
  /** A scenario is invalid. */
  INVALID(3),
  /** It could not run, or a check could not be made, or nothing was checked. */
  NOT_RUN(4),
  /** Something was left behind. */
  LEFTOVERS(5),
  /** Ended by Ctrl-C, once everything was removed. */
  INTERRUPTED(130),
  /** Ended by a wish to terminate, once everything was removed. */
  TERMINATED(143);

  private static final List<ExitStatus> WORST_FIRST = List.of(LEFTOVERS, INVALID, FAILED, NOT_RUN);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The number that the shell sees. */
  int code() {
    return code;
  }

  /** The status of several files: the first that applies of 5, 3, 1, 4. */
  static ExitStatus of(Collection<FileResult> files) {
    if (files.stream().allMatch(ExitStatus::isSkipped)) {
      return NOT_RUN;
    }
    return worst(files.stream().filter(file -> !isSkipped(file)).map(ExitStatus::of).toList());
  }

  /** The first of 5, 3, 1, 4 that is among some; otherwise 0. */
  static ExitStatus worst(Collection<ExitStatus> statuses) {
    return WORST_FIRST.stream().filter(statuses::contains).findFirst().orElse(PASSED);
  }

  private static boolean isSkipped(FileResult file) {
    return file.result().map(r -> r.outcome() == Outcome.SKIPPED).orElse(false);
  }

  private static ExitStatus of(FileResult file) {
    return file.result().map(ExitStatus::of).orElse(INVALID);
  }

  /** The status of one scenario. */
  static ExitStatus of(ScenarioResult result) {
    if (!result.leftovers().isEmpty()) {
      return LEFTOVERS;
    }
    if (result.assertions().stream().anyMatch(ExitStatus::fails)) {
      return FAILED;
    }
    return switch (result.outcome()) {
      case PASSED -> PASSED;
      case FAILED -> FAILED;
      case ERROR, SKIPPED, REFUSED, INTERRUPTED -> NOT_RUN;
    };
  }

  private static boolean fails(AssertionResult result) {
    return result.status() == Status.FAILED && !result.isWarning();
  }
}
