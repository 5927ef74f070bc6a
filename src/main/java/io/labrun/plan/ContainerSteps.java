package io.labrun.plan;

import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.spec.ContainerSpec;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps that make containers, in a graph: each once its image and all that it names are there,
 * and then the waiting until it is ready.
 */
final class ContainerSteps {
  private final Scenario scenario;
  private final RunName run;
  private final Graph graph;
  private final HostSteps hosts;
  private final NetworkSteps networks;
  private final Members members;
  private final Names names;
  private final Placement placement;

  ContainerSteps(
      Scenario scenario,
      RunName run,
      Graph graph,
      HostSteps hosts,
      NetworkSteps networks,
      Members members,
      Names names) {
    this.scenario = scenario;
    this.run = run;
    this.graph = graph;
    this.hosts = hosts;
    this.networks = networks;
    this.members = members;
    this.names = names;
    this.placement = Placement.of(scenario);
  }

  /** The images of those that are not built. */
  Set<String> images() {
    Set<String> images = new LinkedHashSet<>();
    members.containers().values().stream()
        .filter(spec -> spec.build().isEmpty())
        .forEach(spec -> images.add(spec.image()));
    return images;
  }

  /** Adds the steps. */
  void add() {
    members.started().forEach(key -> graph.add(id(StepKind.CONTAINER, key)));
    members.started().forEach(this::addReadiness);
  }

  private void addReadiness(String key) {
    boolean completed =
        members.containers().values().stream()
            .anyMatch(c -> c.dependsOn().get(key) == ContainerSpec.Condition.COMPLETED);
    StepId ready = id(completed ? StepKind.COMPLETED : StepKind.HEALTHY, key);
    graph.add(ready);
    graph.after(ready, id(StepKind.CONTAINER, key));
  }

  /** Puts each after what it needs. */
  void order() {
    scenario.containers().forEach(this::order);
  }

  private void order(String key, Resource container) {
    StepId image = image(key);
    ContainerSpec spec = members.containers().get(key);
    if (!spec.start()) {
      return;
    }
    StepId step = id(StepKind.CONTAINER, key);
    graph.after(step, image);
    hosts.on(placement.containers().get(key), step);
    spec.networking().attachments().forEach(a -> networks.attach(step, a.network()));
    spec.storage().mounts().forEach(m -> graph.after(step, id(StepKind.VOLUME, m.source())));
    spec.sharesWith().forEach(other -> graph.after(step, id(StepKind.CONTAINER, other)));
    spec.dependsOn().forEach((other, condition) -> graph.after(step, readiness(other, condition)));
    for (String root : LiveReferences.roots(container.body())) {
      Stream.of(
              StepKind.CONTAINER,
              StepKind.HOST,
              StepKind.NETWORK,
              StepKind.VOLUME,
              StepKind.SERVICE)
          .forEach(kind -> graph.after(step, id(kind, root)));
    }
  }

  /** The step after which a container's image is there where it is placed. */
  private StepId image(String key) {
    Map<String, String> builds = names.builds();
    StepId source =
        builds.containsKey(key)
            ? id(StepKind.BUILD, builds.get(key))
            : id(StepKind.IMAGE, members.containers().get(key).image());
    String host = placement.containers().get(key);
    return host.equals(Placement.MAIN)
        ? source
        : hosts.handOver(source, names.built(key, run).orElse(source.key()), host);
  }

  private static StepId readiness(String key, ContainerSpec.Condition condition) {
    return switch (condition) {
      case STARTED -> id(StepKind.CONTAINER, key);
      case HEALTHY -> id(StepKind.HEALTHY, key);
      case COMPLETED -> id(StepKind.COMPLETED, key);
    };
  }

  private static StepId id(StepKind kind, String key) {
    return new StepId(kind, key);
  }
}
