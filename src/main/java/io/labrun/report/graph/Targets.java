package io.labrun.report.graph;

import io.labrun.plan.Placement;
import io.labrun.report.graph.Topology.Attachment;
import io.labrun.report.graph.Topology.Kind;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import io.labrun.scenario.LiveRef;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.spec.IpAddress;
import io.labrun.scenario.spec.Subnet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the nodes that an author names in a check: containers, tasks, hosts, addresses and names;
 * those that are nothing else become nodes of their own.
 */
final class Targets {
  private static final String ENGINE = "engine";

  private final Scenario scenario;
  private final List<Node> nodes;
  private final List<Network> networks;
  private final Map<String, Node> made = new LinkedHashMap<>();

  Targets(Scenario scenario, List<Node> nodes, List<Network> networks) {
    this.scenario = scenario;
    this.nodes = nodes;
    this.networks = networks;
  }

  /** The nodes that were made because something was named that is nothing else. */
  List<Node> made() {
    return List.copyOf(made.values());
  }

  /** The ids of what a word names: a service names all its tasks. */
  List<String> ids(String written) {
    String word = root(written);
    if (scenario.services().containsKey(word) && !isNode(word)) {
      return nodes.stream()
          .filter(node -> node.kind() == Kind.TASK && node.id().startsWith(word + "."))
          .map(Node::id)
          .toList();
    }
    return List.of(isNode(word) ? word : other(word));
  }

  /** Of a live value that which it is a value of. */
  private String root(String written) {
    if (!written.matches("\\$\\{[^{}]+}")) {
      return written;
    }
    String root = LiveRef.parse(written.substring(2, written.length() - 1)).root();
    return isNode(root) || scenario.hosts().containsKey(root) ? root : written;
  }

  private boolean isNode(String id) {
    return nodes.stream().anyMatch(node -> node.id().equals(id));
  }

  private String other(String word) {
    if (word.equals(ENGINE)) {
      return make("@engine", Kind.HOST, "engine", "the Docker host itself", Placement.MAIN);
    }
    if (scenario.hosts().containsKey(word)) {
      return make("@host " + word, Kind.HOST, word, "the host itself", word);
    }
    return withAddress(word).orElseGet(() -> address(word));
  }

  private Optional<String> withAddress(String word) {
    return nodes.stream()
        .filter(node -> node.attachments().stream().anyMatch(a -> a.address().equals(word)))
        .map(Node::id)
        .findFirst();
  }

  private String address(String word) {
    Optional<Network> near = networks.stream().filter(network -> has(network, word)).findFirst();
    if (near.isEmpty()) {
      String what = IpAddress.parse(word).isPresent() ? "an address" : "a name";
      return make("@address " + word, Kind.ADDRESS, word, what, Topology.ELSEWHERE);
    }
    String what = near.get().gateways().contains(word) ? "the gateway's address" : "an address";
    String id = "@address " + word;
    made.putIfAbsent(
        id,
        new Node(
            id,
            Kind.ADDRESS,
            word,
            List.of(what),
            near.get().host(),
            List.of(new Attachment(near.get().id(), "", "")),
            Optional.empty(),
            List.of(),
            List.of(),
            false));
    return id;
  }

  private static boolean has(Network network, String word) {
    Optional<IpAddress> address = IpAddress.parse(word);
    return address.isPresent()
        && network.subnets().stream()
            .flatMap(subnet -> Subnet.parse(subnet).stream())
            .anyMatch(subnet -> subnet.contains(address.get()));
  }

  private String make(String id, Kind kind, String label, String fact, String host) {
    List<String> facts = new ArrayList<>(List.of(fact));
    made.putIfAbsent(id, TopologyOf.bare(id, kind, label, facts, host));
    return id;
  }
}
