package io.labrun.event;

/** A listener with a method for each kind of event; one that is not written does nothing. */
public interface RunWatcher extends RunListener {
  @Override
  default void on(RunEvent event) {
    event.tell(this);
  }

  /** For {@link RunEvent.ScenarioStarted}. */
  default void scenarioStarted(RunEvent.ScenarioStarted event) {}

  /** For {@link RunEvent.RequirementsStarted}. */
  default void requirementsStarted(RunEvent.RequirementsStarted event) {}

  /** For {@link RunEvent.RequirementsFinished}. */
  default void requirementsFinished(RunEvent.RequirementsFinished event) {}

  /** For {@link RunEvent.StepStarted}. */
  default void stepStarted(RunEvent.StepStarted event) {}

  /** For {@link RunEvent.StepProgressed}. */
  default void stepProgressed(RunEvent.StepProgressed event) {}

  /** For {@link RunEvent.StepFinished}. */
  default void stepFinished(RunEvent.StepFinished event) {}

  /** For {@link RunEvent.AssertionStarted}. */
  default void assertionStarted(RunEvent.AssertionStarted event) {}

  /** For {@link RunEvent.AssertionTried}. */
  default void assertionTried(RunEvent.AssertionTried event) {}

  /** For {@link RunEvent.AssertionFinished}. */
  default void assertionFinished(RunEvent.AssertionFinished event) {}

  /** For {@link RunEvent.SnapshotTaken}. */
  default void snapshotTaken(RunEvent.SnapshotTaken event) {}

  /** For {@link RunEvent.RemovalStarted}. */
  default void removalStarted(RunEvent.RemovalStarted event) {}

  /** For {@link RunEvent.Removed}. */
  default void removed(RunEvent.Removed event) {}

  /** For {@link RunEvent.RemovalFinished}. */
  default void removalFinished(RunEvent.RemovalFinished event) {}

  /** For {@link RunEvent.Kept}. */
  default void kept(RunEvent.Kept event) {}

  /** For {@link RunEvent.ScenarioFinished}. */
  default void scenarioFinished(RunEvent.ScenarioFinished event) {}
}
