package io.labrun.plan;

import io.labrun.scenario.Scenario;
import io.labrun.scenario.spec.HostSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps that make the hosts, in a graph: the network that they share, each host with its engine
 * once its image is there, then the swarm, which the first manager begins.
 */
final class HostSteps {
  private static final StepId UNDERLAY = new StepId(StepKind.UNDERLAY, StepKind.UNDERLAY_KEY);

  private final Graph graph;
  private final Set<String> machines;
  private final boolean mainSwarm;
  private final Map<String, HostSpec> hosts = new LinkedHashMap<>();

  /**
   * The steps of a scenario's hosts.
   *
   * @param machines hosts that are machines of their own: they are there and are not made
   */
  HostSteps(Scenario scenario, Graph graph, Set<String> machines) {
    this.graph = graph;
    this.machines = machines;
    this.mainSwarm = MainSwarm.isNeeded(scenario);
    scenario.hosts().forEach((key, host) -> hosts.put(key, HostSpec.read(host)));
  }

  /** Adds the steps. */
  void add() {
    Map<String, HostSpec> made = new LinkedHashMap<>(hosts);
    made.keySet().removeAll(machines);
    made.values().forEach(host -> graph.add(image(host)));
    if (!made.isEmpty()) {
      graph.add(UNDERLAY);
    }
    made.forEach(this::addHost);
    hosts.forEach(this::addSwarm);
    if (mainSwarm) {
      graph.add(swarm(Placement.MAIN));
    }
  }

  private void addHost(String key, HostSpec host) {
    graph.add(host(key));
    graph.after(host(key), image(host));
    graph.after(host(key), UNDERLAY);
  }

  private void addSwarm(String key, HostSpec host) {
    if (host.swarm().isPresent()) {
      graph.add(swarm(key));
      graph.after(swarm(key), host(key));
    }
    firstManager()
        .filter(manager -> host.swarm().isPresent())
        .ifPresent(manager -> after(swarm(key), swarm(manager)));
  }

  /** The first manager may stand below a worker in the file. */
  private void after(StepId step, StepId earlier) {
    graph.add(earlier);
    graph.after(step, earlier);
  }

  private Optional<String> firstManager() {
    return hosts.keySet().stream()
        .filter(key -> hosts.get(key).swarm().equals(Optional.of(HostSpec.Role.MANAGER)))
        .findFirst();
  }

  /** Puts a step that happens on a host after what makes that host ready for it. */
  void on(String host, StepId step) {
    graph.after(step, host(host));
    graph.after(step, swarm(host));
  }

  /** Has an image of the main engine handed over to a host. */
  StepId handOver(StepId source, String reference, String host) {
    StepId handover = new StepId(StepKind.IMAGE, reference, host);
    graph.add(handover);
    graph.after(handover, source);
    graph.after(handover, host(host));
    return handover;
  }

  /** Puts a step after all that makes the swarm. */
  void onSwarm(StepId step) {
    members().forEach(host -> on(host, step));
  }

  /** Has an image handed over to every host of the swarm; the steps that do it. */
  List<StepId> handOverToSwarm(String reference) {
    StepId source = new StepId(StepKind.IMAGE, reference);
    return members().map(host -> handOver(source, reference, host)).toList();
  }

  private Stream<String> members() {
    return hosts.keySet().stream().filter(key -> hosts.get(key).swarm().isPresent());
  }

  /** Has an image handed over to every host. */
  void handOverToAll(String reference) {
    StepId source = new StepId(StepKind.IMAGE, reference);
    hosts.keySet().forEach(host -> handOver(source, reference, host));
  }

  private static StepId image(HostSpec host) {
    return new StepId(StepKind.IMAGE, host.image());
  }

  private static StepId host(String key) {
    return new StepId(StepKind.HOST, key);
  }

  private static StepId swarm(String key) {
    return new StepId(StepKind.SWARM, key);
  }
}
