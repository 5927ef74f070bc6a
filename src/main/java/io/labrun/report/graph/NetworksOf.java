package io.labrun.report.graph;

import io.labrun.event.Snapshot;
import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.plan.RunResolver;
import io.labrun.plan.StepKind;
import io.labrun.report.graph.Topology.Medium;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import io.labrun.scenario.spec.NetworkSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the networks: those that are declared, then those of the engines that nodes are on. */
final class NetworksOf {
  private static final String BRIDGE_NAME = "com.docker.network.bridge.name";
  private static final String BRIDGE = "bridge";
  private static final String OVERLAY = "overlay";

  private final Plan plan;
  private final Optional<Snapshot> snapshot;
  private final Map<String, NetworkSpec> specs = new LinkedHashMap<>();
  private final Map<String, String> hosts;

  NetworksOf(Plan plan, Optional<Snapshot> snapshot) {
    this.plan = plan;
    this.snapshot = snapshot;
    this.hosts = Placement.of(plan.scenario()).networks();
    plan.scenario()
        .networks()
        .forEach((key, n) -> specs.put(key, NetworkSpec.read(n, new RunResolver(plan.run()))));
  }

  /** All that are declared, and all others that these nodes are on. */
  List<Network> all(List<Node> nodes) {
    List<Network> out = new ArrayList<>();
    specs.forEach((key, spec) -> out.add(declared(key, spec)));
    Set<BuiltIn> others = new LinkedHashSet<>();
    nodes.forEach(
        node ->
            node.attachments().stream()
                .filter(attachment -> !specs.containsKey(attachment.network()))
                .forEach(attachment -> others.add(BuiltIn.of(attachment.network()))));
    others.forEach(other -> out.add(other.network()));
    if (!plan.keys(StepKind.UNDERLAY).isEmpty()) {
      out.add(bare("@underlay", "what joins the hosts", Medium.UNDERLAY, BRIDGE, Placement.MAIN));
    }
    return out;
  }

  private Network declared(String key, NetworkSpec spec) {
    Optional<Snapshot.Network> live =
        snapshot.stream()
            .flatMap(seen -> seen.networks().stream())
            .filter(network -> network.key().equals(key))
            .findFirst();
    String driver = live.map(Snapshot.Network::driver).orElse(spec.driver().orElse(BRIDGE));
    boolean spans = driver.equals(OVERLAY) && !plan.scenario().hosts().isEmpty();
    Optional<String> parent = Optional.ofNullable(spec.options().get("parent"));
    return new Network(
        key,
        key,
        spans ? Medium.SPANNING : Medium.SEGMENT,
        driver,
        live.map(Snapshot.Network::subnets)
            .orElseGet(() -> spec.pools().stream().flatMap(p -> p.subnet().stream()).toList()),
        spec.pools().stream().flatMap(pool -> pool.gateway().stream()).toList(),
        remarks(spec, live.isPresent()),
        hosts.get(key),
        parent.flatMap(this::withBridge),
        parent.filter(name -> withBridge(name).isEmpty()),
        driver.equals(BRIDGE) && !spec.internal());
  }

  private List<String> remarks(NetworkSpec spec, boolean stands) {
    boolean gone = snapshot.isPresent() && !stands;
    return Stream.of(
            Optional.of("internal: no way out").filter(text -> spec.internal()),
            Optional.of("external").filter(text -> spec.external()),
            Optional.of("made later").filter(text -> !spec.start() && snapshot.isEmpty()),
            Optional.of("does not stand").filter(text -> gone))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<String> withBridge(String name) {
    return specs.keySet().stream()
        .filter(key -> name.equals(specs.get(key).options().get(BRIDGE_NAME)))
        .findFirst();
  }

  private static Network bare(String id, String label, Medium medium, String driver, String host) {
    return new Network(
        id,
        label,
        medium,
        driver,
        List.of(),
        List.of(),
        List.of(),
        host,
        Optional.empty(),
        Optional.empty(),
        driver.equals(BRIDGE) && medium == Medium.SEGMENT);
  }

  /**
   * A network that an engine has itself, or that somebody else made.
   *
   * @param name the engine's name of it
   * @param host the host whose engine it is
   */
  record BuiltIn(String name, String host) {

    /** The id under which nodes refer to it. */
    String id() {
      return "@" + name + "@" + host;
    }

    private static BuiltIn of(String id) {
      int cut = id.lastIndexOf('@');
      return new BuiltIn(id.substring(1, cut), id.substring(cut + 1));
    }

    private Network network() {
      return switch (name) {
        case "none" -> bare(id(), "no network", Medium.NONE, "none", host);
        case "host" -> bare(id(), "the host's own interfaces", Medium.HOST, "host", host);
        case BRIDGE -> bare(id(), "default bridge", Medium.SEGMENT, BRIDGE, host);
        default -> bare(id(), name, Medium.SEGMENT, "", host);
      };
    }
  }
}
