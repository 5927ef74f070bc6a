package io.labrun.cli;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What labrun tells the shell in the end (language, "Results"). */
enum ExitStatus {
  /** All that was checked passed. */
  PASSED(0, "all that was checked passed"),
  /** An assertion failed. */
  FAILED(1, "an assertion failed"),
  /** Wrong use of the command. */
  USE(2, "wrong use of the command"),
  /** A scenario is invalid. */
  INVALID(3, "a scenario is invalid"),
  /** It could not run, or a check could not be made, or nothing was checked. */
  NOT_RUN(
      4,
      "it could not run: no engine, no image, refused, a check that could not be made,"
          + " nothing checked at all, or a mistake in labrun itself"),
  /** Something was left behind. */
  LEFTOVERS(5, "something was left behind that should not be"),
  /** Ended by Ctrl-C, once everything was removed. */
  INTERRUPTED(130, "stopped by Ctrl-C, once everything was removed"),
  /** Ended by a wish to terminate, once everything was removed. */
  TERMINATED(143, "stopped by a signal, once everything was removed");

  private static final List<ExitStatus> WORST_FIRST = List.of(LEFTOVERS, INVALID, FAILED, NOT_RUN);

  /** Which status several files have together. */
  static final String OF_SEVERAL = "Of several files the first that applies of 5, 3, 1, 4 counts.";

  private final int code;
  private final String meaning;

  ExitStatus(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** What each number means, in words without a full stop. */
  static Map<String, String> meanings() {
    Map<String, String> out = new LinkedHashMap<>();
    Arrays.stream(values()).forEach(one -> out.put("" + one.code, one.meaning));
    return out;
  }

  /** What it means, as a sentence. */
  String sentence() {
    return meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1) + ".";
  }

  /** The number that the shell sees. */
  int code() {
    return code;
  }

  /**
   * The status of several files: the first that applies of 5, 3, 1, 4.
   *
   * @param noSkip whether one that was skipped counts as not run, even among others that ran
   */
  static ExitStatus of(Collection<FileResult> files, boolean noSkip) {
    return of(files, noSkip, false);
  }

  /**
   * The same.
   *
   * @param strict whether that is so, and a warning or a flaky file counts as failed
   */
  static ExitStatus of(Collection<FileResult> files, boolean noSkip, boolean strict) {
    boolean none = files.stream().allMatch(ExitStatus::isSkipped);
    List<ExitStatus> counting =
        files.stream()
            .filter(file -> none || noSkip || strict || !isSkipped(file))
            .map(file -> of(file, strict))
            .toList();
    return counting.isEmpty() ? NOT_RUN : worst(counting);
  }

  /** The first of 5, 3, 1, 4 that is among some; otherwise 0. */
  static ExitStatus worst(Collection<ExitStatus> statuses) {
    return WORST_FIRST.stream().filter(statuses::contains).findFirst().orElse(PASSED);
  }

  /** Whether a file was skipped, and left nothing behind. */
  static boolean isSkipped(FileResult file) {
    return file.result()
        .filter(result -> result.outcome() == Outcome.SKIPPED && result.leftovers().isEmpty())
        .isPresent();
  }

  private static ExitStatus of(FileResult file, boolean strict) {
    if (file.runs().stream().anyMatch(run -> !run.result().leftovers().isEmpty())) {
      return LEFTOVERS;
    }
    ExitStatus without = file.unrun().isPresent() ? NOT_RUN : INVALID;
    ExitStatus status = file.result().map(ExitStatus::of).orElse(without);
    return strict && status == PASSED ? strictly(file) : status;
  }

  private static ExitStatus strictly(FileResult file) {
    List<Status> warned =
        file.result().orElseThrow().assertions().stream()
            .filter(AssertionResult::isWarning)
            .map(AssertionResult::status)
            .toList();
    boolean fails = file.isFlaky() || warned.contains(Status.FAILED);
    return fails ? FAILED : warned.contains(Status.ERROR) ? NOT_RUN : PASSED;
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
