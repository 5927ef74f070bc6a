package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.plan.StepId;
import io.labrun.plan.StepKind;
import io.labrun.run.engine.EngineException;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkSpec;
import java.util.List;
import java.util.Optional;

/** Says how a scenario is skipped, instead of failing, where a network driver does not work. */
final class LackingDriver {
  private static final List<String> DRIVERS = List.of("ipvlan", "macvlan");
  private final Scenario scenario;

  LackingDriver(Scenario scenario) {
    this.scenario = scenario;
  }

  /** The problem of a step that the engine refused. */
  Problem problem(StepId step, EngineException refusal) {
    Problem problem = Problem.of(refusal.getMessage());
    boolean kernel = refusal.kind() == EngineException.Kind.UNSUPPORTED;
    return kernel && step.kind() == StepKind.CONTAINER
        ? driver(step.key()).map(driver -> problem.help(help(driver))).orElse(problem)
        : problem;
  }

  /** The driver of the first network of a container that not every kernel has. */
  private Optional<String> driver(String container) {
    return ContainerSpec.read(scenario.containers().get(container), TextResolver.AS_WRITTEN)
        .networking()
        .attachments()
        .stream()
        .map(attachment -> scenario.networks().get(attachment.network()))
        .flatMap(n -> NetworkSpec.read(n, TextResolver.AS_WRITTEN).driver().stream())
        .filter(DRIVERS::contains)
        .findFirst();
  }

  private static String help(String driver) {
    return "to skip the scenario where that is so: `requires: {drivers: {network: [%s]}}`"
        .formatted(driver);
  }
}
