package io.labrun.grade;

import io.labrun.event.Problem;

/**
 * Why what was handed in is not run.
 *
 * @param problem why
 * @param students whether that lies with the student, who then gets no points; otherwise nobody can
 *     grade it here
 */
record Refusal(Problem problem, boolean students) {
  static Refusal students(String why, String... help) {
    return new Refusal(Problem.of(why).help(help), true);
  }

  static Refusal machines(String why, String... help) {
    return new Refusal(Problem.of(why).help(help), false);
  }

  /** Breaks a look at files off. */
  static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Thrown(Refusal refusal) {
      super(refusal.problem().what(), null, false, false);
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }
}
