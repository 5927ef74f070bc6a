package io.labrun.plan;

import io.labrun.scenario.Call;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ServiceSpec;
import io.labrun.scenario.spec.View;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps that make Swarm services, in a graph: each once its swarm, its networks and its image
 * are there, the image on every host that may get a task.
 */
final class ServiceSteps {
  private final Scenario scenario;
  private final Graph graph;
  private final HostSteps hosts;
  private final Map<String, ServiceSpec> services = new LinkedHashMap<>();

  ServiceSteps(Scenario scenario, RunName run, Graph graph, HostSteps hosts) {
    this.scenario = scenario;
    this.graph = graph;
    this.hosts = hosts;
    TextResolver early = new RunResolver(run);
    scenario.services().forEach((key, s) -> services.put(key, ServiceSpec.read(s, early)));
  }

  /** The images that services have, and those that actions give them later. */
  Set<String> images() {
    Set<String> images = new LinkedHashSet<>();
    services.values().forEach(spec -> images.add(spec.image()));
    updates().forEach(update -> image(update).ifPresent(images::add));
    return images;
  }

  /** Adds the steps. */
  void add() {
    services.keySet().stream()
        .filter(key -> services.get(key).start())
        .forEach(key -> graph.add(id(key)));
  }

  /** Puts each after what it needs. */
  void order() {
    services.forEach(this::order);
    for (Call update : updates().toList()) {
      String service =
          new View(update.arguments(), TextResolver.AS_WRITTEN).text("service").orElse("");
      boolean hosted = services.containsKey(service) && services.get(service).host().isPresent();
      image(update).filter(image -> hosted).ifPresent(hosts::handOverToSwarm);
    }
  }

  private void order(String key, ServiceSpec spec) {
    if (spec.host().isPresent()) {
      hosts.handOverToSwarm(spec.image()).forEach(handover -> after(key, handover));
    }
    after(key, new StepId(StepKind.IMAGE, spec.image()));
    if (!graph.has(id(key))) {
      return;
    }
    spec.host()
        .ifPresentOrElse(host -> hosts.onSwarm(id(key)), () -> hosts.on(Placement.MAIN, id(key)));
    spec.networking()
        .attachments()
        .forEach(a -> after(key, new StepId(StepKind.NETWORK, a.network())));
    spec.storage().mounts().forEach(m -> after(key, new StepId(StepKind.VOLUME, m.source())));
    Resource service = scenario.services().get(key);
    for (String root : LiveReferences.roots(service.body())) {
      Stream.of(StepKind.CONTAINER, StepKind.NETWORK, StepKind.VOLUME, StepKind.SERVICE)
          .forEach(kind -> after(key, new StepId(kind, root)));
    }
  }

  private void after(String key, StepId earlier) {
    if (graph.has(id(key))) {
      graph.after(id(key), earlier);
    }
  }

  private Stream<Call> updates() {
    return scenario.assertions().stream()
        .flatMap(assertion -> Stream.concat(assertion.actions().stream(), Attempted.of(assertion)))
        .filter(call -> call.kind().equals("update"));
  }

  private static Optional<String> image(Call update) {
    return new View(update.arguments(), TextResolver.AS_WRITTEN).text("image");
  }

  private static StepId id(String key) {
    return new StepId(StepKind.SERVICE, key);
  }
}
