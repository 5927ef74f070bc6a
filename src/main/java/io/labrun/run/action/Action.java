package io.labrun.run.action;

import io.labrun.scenario.Call;

/** A kind of action: something done to the lab. */
public interface Action {
  /** The word for it in a scenario. */
  String kind();

  /** Whether it changes nothing, so that a wish to stop may end it halfway. */
  default boolean onlyWaits() {
    return false;
  }

  /**
   * Does it.
   *
   * @throws io.labrun.run.lab.ProblemException if it could not be done; one with {@code refusal()}
   *     if the engine or the command said no
   * @throws io.labrun.run.engine.EngineException if it is unknown whether it was done: no answer
   */
  void perform(Call call, ActionContext context);
}
