package io.labrun.batch;

import io.labrun.batch.lock.Locks;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.run.Cancellation;

/** One run of a file, planned. */
public interface PlannedRun {
  /** What it takes for itself. */
  Locks locks();

  /**
   * Carries it out, to the last removal.
   *
   * @param lane the engine it is on
   * @param listener is told of everything, one event at a time
   * @param cancellation ends the run
   * @throws io.labrun.run.engine.EngineException if the engine did not even let it begin
   */
  ScenarioResult run(Lane lane, RunListener listener, Cancellation cancellation);
}
