package io.labrun.run;

import io.labrun.event.Leftover;
import io.labrun.event.RunListener;
import io.labrun.run.engine.Engine;
import java.util.List;

/** The runs that stand on an engine, found by their labels alone. */
public final class StandingRuns {
  private final Engine engine;

  /** The runs on an engine. */
  public StandingRuns(Engine engine) {
    this.engine = engine;
  }

  /** All of them, by name. */
  public List<StandingRun> list() {
    throw new UnsupportedOperationException(engine.toString());
  }

  /** Removes all that a run made, to the end; what could not be removed is returned. */
  public List<Leftover> remove(StandingRun run, RunListener listener) {
    throw new UnsupportedOperationException();
  }
}
