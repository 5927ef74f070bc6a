package io.labrun.run;

import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.run.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt of a check came to.
 *
 * @param findings what was seen; empty if nothing could be seen
 * @param observations the same with what did not hold
 * @param across what did not hold between the subjects
 * @param problem why the check could not be made; empty if it was made
 * @param lasting whether another attempt cannot come to anything else
 */
record Attempt(
    List<Finding> findings,
    List<Observation> observations,
    List<Mismatch> across,
    Optional<Problem> problem,
    boolean lasting) {

  /** An attempt that could not be made. */
  static Attempt impossible(Problem problem, boolean lasting) {
    return new Attempt(List.of(), List.of(), List.of(), Optional.of(problem), lasting);
  }

  /** The same with a reason why it can't be made or can't become true. */
  Attempt with(Problem why, boolean forGood) {
    return new Attempt(findings, observations, across, Optional.of(why), forGood);
  }

  /** Passed, failed or error. */
  Status status() {
    if (problem.isPresent() && !hasMismatch()) {
      return Status.ERROR;
    }
    return hasMismatch() ? Status.FAILED : Status.PASSED;
  }

  private boolean hasMismatch() {
    return !across.isEmpty() || observations.stream().anyMatch(o -> !o.mismatches().isEmpty());
  }
}
