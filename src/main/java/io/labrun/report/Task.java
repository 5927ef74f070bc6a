package io.labrun.report;

/** What a run is for. */
public enum Task {
  /** To check all assertions and remove everything. */
  RUN,
  /** To set up and leave it standing. */
  UP,
  /** To check what stands. */
  CHECK
}
