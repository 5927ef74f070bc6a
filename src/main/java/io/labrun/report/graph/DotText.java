package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Attachment;
import io.labrun.report.graph.Topology.Host;
import io.labrun.report.graph.Topology.Kind;
import io.labrun.report.graph.Topology.Medium;
import io.labrun.report.graph.Topology.Mount;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import io.labrun.report.graph.Topology.Reach;
import io.labrun.report.graph.Topology.Store;
import io.labrun.report.graph.Topology.Verdict;
import io.labrun.source.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A topology in the DOT language, for Graphviz. */
public final class DotText {
  private final Topology topology;
  private final GraphLabels labels;
  private final List<String> out = new ArrayList<>();

  private DotText(Topology topology) {
    this.topology = topology;
    this.labels = new GraphLabels(topology);
  }

  /** The lines of the graph. */
  public static List<String> of(Topology topology) {
    return new DotText(topology).lines();
  }

  private List<String> lines() {
    out.add("digraph " + quoted(topology.name()) + " {");
    out.add("  graph [fontname=\"sans-serif\", compound=true, rankdir=TB];");
    out.add("  node [fontname=\"sans-serif\", fontsize=11, shape=box];");
    out.add("  edge [fontname=\"sans-serif\", fontsize=10, dir=none];");
    topology.networks().stream()
        .filter(network -> !GraphLabels.isSegment(network))
        .forEach(network -> network(network, "  "));
    for (int i = 0; i < topology.hosts().size(); i++) {
      host(topology.hosts().get(i), i);
    }
    topology.nodes().forEach(this::edges);
    topology.networks().forEach(this::parent);
    topology.reaches().forEach(this::reach);
    out.add("}");
    return out;
  }

  private void host(Host host, int number) {
    out.add("  subgraph cluster_" + number + " {");
    out.add("    label=" + quoted(host.title()) + "; style=rounded;");
    topology.networks().stream()
        .filter(network -> GraphLabels.isSegment(network) && network.host().equals(host.key()))
        .forEach(network -> network(network, "    "));
    topology.nodes().stream().filter(node -> node.host().equals(host.key())).forEach(this::node);
    topology.stores().stream()
        .filter(store -> store.host().equals(host.key()))
        .forEach(this::store);
    if (host.joined()) {
      out.add("    h" + number + " [shape=point];");
    }
    out.add("  }");
    if (host.joined()) {
      out.add("  h" + number + " -> " + underlay() + ";");
    }
  }

  private String underlay() {
    return topology.networks().stream()
        .filter(network -> network.medium() == Medium.UNDERLAY)
        .map(network -> labels.network(network.id()))
        .findFirst()
        .orElseThrow();
  }

  private void network(Network network, String indent) {
    List<String> lines = new ArrayList<>(List.of(network.label()));
    if (!network.id().startsWith("@")) {
      lines.add(network.driver());
    }
    lines.addAll(network.subnets());
    lines.addAll(network.remarks());
    network.parentInterface().ifPresent(name -> lines.add("parent " + name));
    out.add(
        indent
            + labels.network(network.id())
            + " [shape=box, style=\"rounded,filled\", fillcolor=\"#d9ebf9\", label="
            + quoted(lines)
            + "];");
  }

  private void node(Node node) {
    String shape = node.kind() == Kind.SERVICE ? ", shape=box3d" : "";
    String style = node.ended() || node.kind() == Kind.ADDRESS ? ", style=dashed" : "";
    out.add(
        "    "
            + labels.node(node.id())
            + " [label="
            + quoted(labels.lines(node))
            + shape
            + style
            + "];");
  }

  private void store(Store store) {
    String shape =
        switch (store.kind()) {
          case VOLUME, ANONYMOUS -> "cylinder";
          case BIND -> "folder";
          case TMPFS -> "note";
        };
    out.add(
        "    "
            + labels.store(store.id())
            + " [label="
            + quoted(store.label())
            + ", shape="
            + shape
            + "];");
  }

  private void edges(Node node) {
    String id = labels.node(node.id());
    node.attachments().stream()
        .map(Attachment::network)
        .forEach(
            network -> out.add("  " + labels.network(network) + " -> " + id + " [penwidth=2];"));
    node.shares()
        .map(labels::node)
        .ifPresent(owner -> out.add("  " + owner + " -> " + id + " [style=bold];"));
    for (Mount mount : node.mounts()) {
      String path = mount.path() + (mount.readOnly() ? " (ro)" : "");
      out.add("  " + id + " -> " + labels.store(mount.store()) + " [label=" + quoted(path) + "];");
    }
    if (!node.ports().isEmpty()) {
      out.add("  p" + id + " [shape=cds, label=" + quoted(node.ports()) + "];");
      out.add("  p" + id + " -> " + id + " [dir=forward];");
    }
  }

  private void parent(Network network) {
    network
        .parent()
        .ifPresent(
            parent ->
                out.add(
                    "  %s -> %s [style=bold, label=\"parent of\"];"
                        .formatted(labels.network(parent), labels.network(network.id()))));
  }

  private void reach(Reach reach) {
    String colour = GraphLabels.colour(reach.verdict());
    out.add(
        "  %s -> %s [dir=forward, constraint=false, color=\"%s\", fontcolor=\"%s\", label=%s%s%s];"
            .formatted(
                labels.node(reach.from()),
                labels.node(reach.to()),
                colour,
                colour,
                quoted(GraphLabels.reach(reach)),
                reach.wanted() ? "" : ", style=dashed, arrowhead=tee",
                reach.verdict() == Verdict.FAILED ? ", penwidth=3" : ""));
  }

  private static String quoted(List<String> lines) {
    return lines.stream().map(DotText::escaped).collect(Collectors.joining("\\n", "\"", "\""));
  }

  private static String quoted(String text) {
    return quoted(List.of(text));
  }

  /** A text between quotes; Graphviz knows backslashes and HTML's entities there. */
  static String escaped(String text) {
    return Printable.line(text.replaceAll("[\\r\\n]+", " "))
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("&", "&amp;");
  }
}
