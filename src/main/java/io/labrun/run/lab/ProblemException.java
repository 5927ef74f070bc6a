package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.source.Span;
import java.util.Optional;

/** Something could not be done, for a reason that a person can understand. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;
  private final boolean lasting;
  private final String refusal;

  private ProblemException(Problem problem, boolean lasting, String refusal) {
    super(problem.what());
    this.problem = problem;
    this.lasting = lasting;
    this.refusal = refusal;
  }

  /** A problem that trying again may mend. */
  public static ProblemException passing(Problem problem) {
    return new ProblemException(problem, false, "");
  }

  /** A problem that trying again cannot mend. */
  public static ProblemException lasting(Problem problem) {
    return new ProblemException(problem, true, "");
  }

  /**
   * A problem because somebody said no.
   *
   * @param words the words in which the engine or a command refused, not empty
   */
  public static ProblemException refused(Problem problem, String words) {
    return new ProblemException(problem, false, words);
  }

  /** The same with the place in the scenario, unless it has one. */
  public ProblemException at(Span place) {
    return new ProblemException(problem.at(place), lasting, refusal);
  }

  /** What could not be done and why. */
  public Problem problem() {
    return problem;
  }

  /** The words of whoever refused; empty where nobody did, or nobody knows what was done. */
  public Optional<String> refusal() {
    return Optional.of(refusal).filter(words -> !words.isEmpty());
  }

  /** Whether trying again cannot help. */
  public boolean isLasting() {
    return lasting;
  }
}
