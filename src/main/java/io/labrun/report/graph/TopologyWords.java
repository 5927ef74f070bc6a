package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Attachment;
import io.labrun.report.graph.Topology.Kind;
import io.labrun.report.graph.Topology.Node;
import io.labrun.report.graph.Topology.Reach;
import io.labrun.report.graph.Topology.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A topology in sentences, for those who don't see the picture. */
public final class TopologyWords {
  private TopologyWords() {}

  /** A sentence for each host, network, container and failed attempt to reach. */
  public static List<String> of(Topology topology) {
    Map<String, String> labels =
        topology.networks().stream()
            .collect(Collectors.toMap(Topology.Network::id, Topology.Network::label));
    List<String> out = new ArrayList<>();
    topology.networks().stream()
        .filter(network -> !network.id().startsWith("@"))
        .forEach(
            network ->
                out.add(
                    "Network "
                        + network.label()
                        + " ("
                        + network.driver()
                        + on(network.host())
                        + ")."));
    topology.nodes().forEach(node -> out.add(node(node, labels)));
    topology.reaches().stream()
        .filter(reach -> reach.verdict() == Verdict.FAILED)
        .map(Reach::way)
        .forEach(way -> out.add("Failed: " + way + "."));
    return out;
  }

  private static String node(Node node, Map<String, String> labels) {
    List<String> places = node.attachments().stream().map(place -> place(place, labels)).toList();
    String where = places.isEmpty() ? "" : ": " + String.join(", ", places);
    return kind(node.kind()) + " " + node.label() + on(node.host()) + where + ".";
  }

  private static String place(Attachment place, Map<String, String> labels) {
    String label = labels.getOrDefault(place.network(), place.network());
    return place.address().isEmpty() ? label : label + " " + place.address();
  }

  private static String kind(Kind kind) {
    return switch (kind) {
      case CONTAINER -> "Container";
      case SERVICE -> "Service";
      case TASK -> "Task";
      case HOST -> "Host";
      case ADDRESS -> "Address";
    };
  }

  private static String on(String host) {
    return host.isEmpty() || host.startsWith("@") ? "" : " on " + host;
  }
}
