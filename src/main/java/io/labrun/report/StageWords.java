package io.labrun.report;

import io.labrun.plan.Plan;
import io.labrun.plan.StepId;
import io.labrun.plan.StepKind;
import java.util.List;
import java.util.stream.Collectors;

/** Says what a stage of setting up is at. */
final class StageWords {
  private StageWords() {}

  /** What runs of a stage now and how much of it is made, such as {@code 1 of 3: web, client}. */
  static String of(Stage stage, SetUpProgress progress, Plan plan) {
    List<StepId> running = progress.running(stage);
    int made = progress.made(stage).size();
    int total = progress.total(stage, plan);
    String count = stage == Stage.IMAGES || total < 2 ? "" : made + " of " + total + ": ";
    return count + running.stream().map(StageWords::of).collect(Collectors.joining(", "));
  }

  private static String of(StepId step) {
    if (step.kind() == StepKind.HEALTHY) {
      return step.key() + " (ready?)";
    }
    if (step.kind() == StepKind.COMPLETED) {
      return step.key() + " (running to its end)";
    }
    if (step.isHandover()) {
      return step.key() + " to " + step.host();
    }
    if (step.kind() == StepKind.SWARM) {
      return step.key().isEmpty() ? "a swarm" : step.key() + " (swarm)";
    }
    if (step.kind() == StepKind.UNDERLAY) {
      return "their network";
    }
    if (step.kind() == StepKind.BUILD) {
      return "building for " + step.key();
    }
    return step.kind() == StepKind.PROBE ? step.key() + " (probe)" : step.key();
  }
}
