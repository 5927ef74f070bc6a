package io.labrun.report.graph;

import io.labrun.event.AssertionResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Snapshot;
import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.plan.StepKind;
import io.labrun.report.graph.Topology.Host;
import io.labrun.report.graph.Topology.Kind;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import io.labrun.scenario.spec.HostSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds out what is connected with what. */
public final class TopologyOf {
  private final Plan plan;
  private final Optional<Snapshot> snapshot;
  private final List<AssertionResult> results;

  private TopologyOf(Plan plan, Optional<Snapshot> snapshot, List<AssertionResult> results) {
    this.plan = plan;
    this.snapshot = snapshot;
    this.results = results;
  }

  /** What a plan is going to connect, and what is claimed of it. */
  public static Topology plan(Plan plan) {
    return new TopologyOf(plan, Optional.empty(), List.of()).topology();
  }

  /** What stands of a plan, under the addresses that it has, and what is claimed of it. */
  public static Topology standing(Plan plan, Snapshot snapshot) {
    return new TopologyOf(plan, Optional.of(snapshot), List.of()).topology();
  }

  /** What a run connected, under the addresses that it had if somebody looked, and what held. */
  public static Topology run(ScenarioRun run) {
    return new TopologyOf(run.result().plan(), run.snapshot(), run.result().assertions())
        .topology();
  }

  private Topology topology() {
    Stores stores = new Stores(plan);
    NodesOf nodesOf = new NodesOf(plan, snapshot, stores);
    List<Node> nodes = new ArrayList<>(nodesOf.all());
    List<Network> networks = new NetworksOf(plan, snapshot).all(nodes);
    ReachesOf reaches = new ReachesOf(plan, nodes, networks, results);
    List<Topology.Reach> all = reaches.all();
    nodes.addAll(reaches.targets());
    return new Topology(
        plan.scenario().name().name(), hosts(nodes, networks), networks, nodes, stores.all(), all);
  }

  private List<Host> hosts(List<Node> nodes, List<Network> networks) {
    Set<String> used = new LinkedHashSet<>();
    nodes.forEach(node -> used.add(node.host()));
    networks.stream()
        .filter(network -> network.medium() != Topology.Medium.UNDERLAY)
        .forEach(network -> used.add(network.host()));
    List<Host> out = new ArrayList<>();
    boolean alone = plan.scenario().hosts().isEmpty();
    if (alone || used.contains(Placement.MAIN)) {
      out.add(new Host(Placement.MAIN, alone ? "Docker host" : "main Docker host", !alone));
    }
    if (used.contains(Topology.SWARM)) {
      out.add(new Host(Topology.SWARM, "placed by the swarm", false));
    }
    List<String> made = plan.keys(StepKind.HOST);
    plan.scenario()
        .hosts()
        .forEach(
            (key, host) ->
                out.add(new Host(key, title(key, HostSpec.read(host)), made.contains(key))));
    if (used.contains(Topology.ELSEWHERE)) {
      out.add(new Host(Topology.ELSEWHERE, "elsewhere", false));
    }
    return out;
  }

  private static String title(String key, HostSpec host) {
    return "host "
        + key
        + host.swarm().map(role -> " · swarm " + role.name().toLowerCase(Locale.ROOT)).orElse("");
  }

  /** A node that only is where something starts or ends. */
  static Node bare(String id, Kind kind, String label, List<String> facts, String host) {
    return new Node(
        id, kind, label, facts, host, List.of(), Optional.empty(), List.of(), List.of(), false);
  }
}
