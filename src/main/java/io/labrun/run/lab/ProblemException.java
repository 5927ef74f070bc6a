package io.labrun.run.lab;

import io.labrun.event.Problem;

/** Something could not be done, for a reason that a person can understand. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;
  private final boolean lasting;

  /**
   * A problem.
   *
   * @param lasting whether trying again cannot help
   */
  public ProblemException(Problem problem, boolean lasting) {
    super(problem.what());
    this.problem = problem;
    this.lasting = lasting;
  }

  /** A problem that trying again may mend. */
  public static ProblemException passing(Problem problem) {
    return new ProblemException(problem, false);
  }

  /** A problem that trying again cannot mend. */
  public static ProblemException lasting(Problem problem) {
    return new ProblemException(problem, true);
  }

  /** What could not be done and why. */
  public Problem problem() {
    return problem;
  }

  /** Whether trying again cannot help. */
  public boolean isLasting() {
    return lasting;
  }
}
