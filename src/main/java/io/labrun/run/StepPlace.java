package io.labrun.run;

import io.labrun.plan.Placement;
import io.labrun.plan.StepId;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Span;
import java.util.stream.Stream;

/** Knows which words of a scenario ask for a step. */
final class StepPlace {
  private final Scenario scenario;

  StepPlace(Scenario scenario) {
    this.scenario = scenario;
  }

  /** The words that ask for a step. */
  Span of(StepId step) {
    return switch (step.kind()) {
      case IMAGE -> image(step.key());
      case UNDERLAY -> scenario.hosts().values().iterator().next().keySpan();
      case HOST -> scenario.hosts().get(step.key()).keySpan();
      case SWARM -> swarm(step.key());
      case BUILD -> scenario.containers().get(step.key()).body().spanOfKey("build");
      case NETWORK -> scenario.networks().get(step.key()).keySpan();
      case VOLUME -> scenario.volumes().get(step.key()).keySpan();
      case SERVICE -> scenario.services().get(step.key()).keySpan();
      case CONTAINER, HEALTHY, COMPLETED, PROBE -> scenario.containers().get(step.key()).keySpan();
    };
  }

  private Span swarm(String host) {
    return host.equals(Placement.MAIN)
        ? scenario.name().span()
        : scenario.hosts().get(host).keySpan();
  }

  private Span image(String reference) {
    return Stream.concat(
            scenario.containers().values().stream(), scenario.services().values().stream())
        .filter(container -> reference.equals(imageOf(container)))
        .findFirst()
        .map(container -> container.body().spanOfValue("image"))
        .orElse(scenario.name().span());
  }

  private static String imageOf(Resource container) {
    return new View(container.body(), TextResolver.AS_WRITTEN).text("image").orElse("");
  }
}
