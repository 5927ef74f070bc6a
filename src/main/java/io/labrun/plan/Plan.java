package io.labrun.plan;

import io.labrun.scenario.Scenario;
import java.util.List;

/**
 * What will be done: the steps of the set-up, then the scenario's assertions in their order.
 *
 * @param scenario what it was made from
 * @param run the run's name
 * @param names what everything will be called
 * @param steps each after those it needs; steps that do not need each other may run side by side
 */
public record Plan(Scenario scenario, RunName run, Names names, List<Step> steps) {

  /** The keys of the steps of a kind, in order; of images those of the main engine. */
  public List<String> keys(StepKind kind) {
    return steps.stream()
        .map(Step::id)
        .filter(id -> id.kind() == kind && !id.isHandover())
        .map(StepId::key)
        .toList();
  }
}
