package io.labrun.plan;

import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.NetworkSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps that make networks, in a graph: each after one whose bridge is its parent, and on a
 * network fixed addresses before dynamic ones.
 */
final class NetworkSteps {
  private static final String BRIDGE_NAME = "com.docker.network.bridge.name";

  private final Scenario scenario;
  private final Graph graph;
  private final HostSteps hosts;
  private final Members members;
  private final Placement placement;
  private final Map<String, NetworkSpec> networks = new LinkedHashMap<>();

  NetworkSteps(Scenario scenario, RunName run, Graph graph, HostSteps hosts, Members members) {
    this.scenario = scenario;
    this.graph = graph;
    this.hosts = hosts;
    this.members = members;
    this.placement = Placement.of(scenario);
    TextResolver early = new RunResolver(run);
    scenario.networks().forEach((key, network) -> read(key, NetworkSpec.read(network, early)));
  }

  private void read(String key, NetworkSpec spec) {
    if (spec.start()) {
      networks.put(key, spec);
    }
  }

  /** Adds the steps. */
  void add() {
    networks.keySet().forEach(key -> graph.add(id(key)));
  }

  /** Puts each after what it needs. */
  void order() {
    networks.keySet().forEach(key -> order(key, scenario.networks().get(key)));
  }

  private void order(String key, Resource network) {
    hosts.on(placement.networks().get(key), id(key));
    LiveReferences.roots(network.body()).forEach(root -> graph.after(id(key), id(root)));
    parent(key)
        .ifPresent(
            parent -> {
              graph.after(id(key), id(parent));
              afterMembers(id(key), parent);
            });
  }

  /** Puts a step after a network, and after what makes the bridge usable that is its parent. */
  void attach(StepId step, String network) {
    graph.after(step, id(network));
    parent(network).ifPresent(parent -> afterMembers(step, parent));
  }

  /** The declared network whose bridge is the parent interface of this one. */
  private Optional<String> parent(String key) {
    String wanted = networks.get(key).options().get("parent");
    return networks.keySet().stream()
        .filter(other -> wanted != null)
        .filter(other -> wanted.equals(networks.get(other).options().get(BRIDGE_NAME)))
        .findFirst();
  }

  /**
   * A bridge has a carrier only while a container runs on it (field notes, "The engine"); Podman's
   * is not even there before.
   */
  private void afterMembers(StepId step, String network) {
    members.of(network).forEach(member -> graph.preferAfter(step, container(member)));
  }

  /** Puts containers with a dynamic address after those with a fixed one, which it might take. */
  void orderAddresses() {
    networks.keySet().forEach(this::orderAddresses);
  }

  private void orderAddresses(String network) {
    List<String> all = members.of(network);
    for (String dynamic : all) {
      for (String fixed : all) {
        if (members.isFixed(fixed, network) && !members.isFixed(dynamic, network)) {
          graph.preferAfter(container(dynamic), container(fixed));
        }
      }
    }
  }

  private static StepId id(String key) {
    return new StepId(StepKind.NETWORK, key);
  }

  private static StepId container(String key) {
    return new StepId(StepKind.CONTAINER, key);
  }
}
