package io.labrun.scenario;

/** What it means when an assertion does not hold. */
public enum Level {
  /** The scenario fails. */
  ERROR,
  /** It is shown, and the scenario passes all the same. */
  WARNING
}
