package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Attachment;
import io.labrun.report.graph.Topology.Medium;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import io.labrun.report.graph.Topology.Reach;
import io.labrun.report.graph.Topology.Verdict;
import io.labrun.source.TextWidth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the text forms of a topology call things: a name that no text can break, and its lines. */
final class GraphLabels {
  private static final int LONGEST = 80;
  private static final int SIZE = 11;
  private static final int WIDEST = 170;

  private final Topology topology;
  private final Map<String, String> nodes = new LinkedHashMap<>();
  private final Map<String, String> networks = new LinkedHashMap<>();
  private final Map<String, String> stores = new LinkedHashMap<>();

  GraphLabels(Topology topology) {
    this.topology = topology;
    topology.nodes().forEach(node -> nodes.put(node.id(), "c" + nodes.size()));
    topology.networks().forEach(network -> networks.put(network.id(), "n" + networks.size()));
    topology.stores().forEach(store -> stores.put(store.id(), "v" + stores.size()));
  }

  String node(String id) {
    return nodes.get(id);
  }

  String network(String id) {
    return networks.get(id);
  }

  String store(String id) {
    return stores.get(id);
  }

  /** The network that a node is drawn in: its first one, if that is on one host. */
  Optional<String> home(Node node) {
    return node.attachments().stream()
        .findFirst()
        .map(Attachment::network)
        .filter(id -> isSegment(network(topology, id)));
  }

  private static Network network(Topology topology, String id) {
    return topology.networks().stream().filter(n -> n.id().equals(id)).findFirst().orElseThrow();
  }

  /** Whether boxes can be put into a network; they can't into one that spans hosts. */
  static boolean isSegment(Network network) {
    return network.medium() != Medium.SPANNING && network.medium() != Medium.UNDERLAY;
  }

  /** The lines of a node: its name, what else is said of it, its addresses. */
  List<String> lines(Node node) {
    List<String> out = new ArrayList<>(List.of(node.label()));
    out.addAll(node.facts());
    node.shares().ifPresent(owner -> out.add("in the network of " + owner));
    node.attachments().stream()
        .filter(place -> !place.address().isEmpty())
        .forEach(
            place ->
                out.add(
                    node.attachments().size() > 1
                        ? network(topology, place.network()).label() + " " + place.address()
                        : place.address()));
    return out;
  }

  /** What is written at an attempt to reach: what came of it in a word, and the claim. */
  static List<String> reach(Reach reach) {
    return TextSize.wrap(words(reach), SIZE, WIDEST);
  }

  private static String words(Reach reach) {
    String claim = reach.number() + " " + reach.claim();
    String text = claim.length() > LONGEST ? TextWidth.clip(claim, LONGEST) + "…" : claim;
    return switch (reach.verdict()) {
      case FAILED -> "✗ failed: " + text;
      case ERROR -> "error: " + text;
      case REACHED -> "✓ " + text;
      case KEPT_OUT -> "✓ unreachable: " + text;
      case CLAIMED -> (reach.wanted() ? "" : "unreachable: ") + text;
      case UNTRIED -> "not tried: " + text;
    };
  }

  /** The colour of an attempt to reach. */
  static String colour(Verdict verdict) {
    return switch (verdict) {
      case FAILED -> "#cf222e";
      case ERROR -> "#9a6700";
      case REACHED, KEPT_OUT -> "#1a7f37";
      case CLAIMED, UNTRIED -> "#57606a";
    };
  }
}
