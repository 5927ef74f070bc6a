package io.labrun.plan;

import io.labrun.scenario.Assertion;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The steps that prepare tool containers, in a graph: of those that will be needed for sure. */
final class ProbeSteps {
  private static final Set<String> PROBING = Set.of("reach", "dns", "http");
  private static final String FROM = "from";

  private final Scenario scenario;
  private final Graph graph;
  private final Placement placement;

  ProbeSteps(Scenario scenario, Graph graph) {
    this.scenario = scenario;
    this.graph = graph;
    this.placement = Placement.of(scenario);
  }

  /** The image of the tool containers, if any is needed. */
  Optional<String> image() {
    return scenario.assertions().stream().anyMatch(a -> PROBING.contains(a.check().kind()))
        ? Optional.of(scenario.defaults().probeImage())
        : Optional.empty();
  }

  /** Adds the steps for those of some containers that a check looks from. */
  void add(List<String> containers) {
    Set<String> probed = probed();
    containers.stream().filter(probed::contains).forEach(this::add);
  }

  private void add(String key) {
    StepId probe = new StepId(StepKind.PROBE, key);
    graph.add(probe);
    graph.after(probe, new StepId(StepKind.CONTAINER, key));
    graph.after(
        probe,
        new StepId(
            StepKind.IMAGE, scenario.defaults().probeImage(), placement.containers().get(key)));
  }

  private Set<String> probed() {
    Set<String> keys = new LinkedHashSet<>();
    for (Assertion assertion : scenario.assertions()) {
      if (!assertion.check().kind().equals("exec")) {
        View view = new View(assertion.check().arguments(), TextResolver.AS_WRITTEN);
        keys.addAll(view.texts(FROM));
      }
    }
    return keys;
  }
}
