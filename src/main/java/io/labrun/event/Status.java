package io.labrun.event;

/** What came of an assertion; the five are never shown as each other. */
public enum Status {
  /** The claim was checked and holds. */
  PASSED,
  /** The claim was checked and does not hold. */
  FAILED,
  /** The check could not be made. */
  ERROR,
  /** Something it needs did not pass. */
  BLOCKED,
  /** It was not tried: the run ended before. */
  SKIPPED
}
