package io.labrun.run;

import io.labrun.event.AssertionResult;
import io.labrun.event.Outcome;
import io.labrun.event.Status;
import java.util.List;

/** What the results of assertions come to. */
final class Verdict {
  private Verdict() {}

  /**
   * The outcome: a failure counts before an error, and what was not checked is never a pass; what
   * only warns does not count, but something must have been checked.
   */
  static Outcome of(List<AssertionResult> results) {
    List<AssertionResult> counting = results.stream().filter(r -> !r.isWarning()).toList();
    if (has(counting, Status.FAILED)) {
      return Outcome.FAILED;
    }
    boolean allPassed = counting.stream().allMatch(r -> r.status() == Status.PASSED);
    boolean checked = has(results, Status.PASSED) || has(results, Status.FAILED);
    return allPassed && checked ? Outcome.PASSED : Outcome.ERROR;
  }

  private static boolean has(List<AssertionResult> results, Status status) {
    return results.stream().anyMatch(result -> result.status() == status);
  }
}
