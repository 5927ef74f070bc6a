package io.labrun.event;

/** What came of a scenario. */
public enum Outcome {
  /** All that was checked passed. */
  PASSED,
  /** An assertion failed. */
  FAILED,
  /** It could not be run, or a check could not be made, or nothing was checked. */
  ERROR,
  /** The machine lacks what it requires. */
  SKIPPED,
  /** It asks for something dangerous that nobody granted. */
  REFUSED,
  /** It was stopped from outside. */
  INTERRUPTED
}
