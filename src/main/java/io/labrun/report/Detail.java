package io.labrun.report;

/** How much of a run is shown. */
public enum Detail {
  /** What went wrong, and the verdict. */
  QUIET,
  /** What was done and what held. */
  USUAL,
  /** What each check saw as well. */
  VERBOSE
}
