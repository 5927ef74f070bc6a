package io.labrun.run;

import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.plan.Plan;
import io.labrun.run.engine.Engine;

/** Carries plans out on an engine. */
public final class Runner {
  private final Engine engine;
  private final RunSettings settings;
  private final RunListener listener;
  private final Cancellation cancellation;

  /** A runner on an engine; the listener is told of everything, one event at a time. */
  public Runner(
      Engine engine, RunSettings settings, RunListener listener, Cancellation cancellation) {
    this.engine = engine;
    this.settings = settings;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** Sets up, checks all assertions and removes everything, unless it is to be kept. */
  public ScenarioResult run(Plan plan) {
    throw new UnsupportedOperationException();
  }

  /** Sets up and leaves it standing; if that does not succeed, removes everything. */
  public ScenarioResult up(Plan plan) {
    throw new UnsupportedOperationException();
  }

  /** Checks all assertions on what stands of the plan's run, and leaves it standing. */
  public ScenarioResult check(Plan plan) {
    throw new UnsupportedOperationException();
  }
}
