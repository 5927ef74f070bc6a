package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Attachment;
import io.labrun.report.graph.Topology.Host;
import io.labrun.report.graph.Topology.Kind;
import io.labrun.report.graph.Topology.Medium;
import io.labrun.report.graph.Topology.Mount;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import io.labrun.report.graph.Topology.Reach;
import io.labrun.report.graph.Topology.Storage;
import io.labrun.report.graph.Topology.Store;
import java.util.ArrayList;
import java.util.List;

/** A topology as a Mermaid flowchart, which GitHub and GitLab draw inside Markdown. */
public final class MermaidText {
  private static final String STEP = "  ";

  private final Topology topology;
  private final GraphLabels labels;
  private final List<String> out = new ArrayList<>();

  /** How links look; Mermaid counts them in the order of the text. */
  private final List<String> styles = new ArrayList<>();

  private int links;

  private MermaidText(Topology topology) {
    this.topology = topology;
    this.labels = new GraphLabels(topology);
  }

  /** The lines of the flowchart, without a fence around them. */
  public static List<String> of(Topology topology) {
    return new MermaidText(topology).lines();
  }

  private List<String> lines() {
    out.add("flowchart TB");
    topology.networks().stream()
        .filter(network -> network.medium() == Medium.SPANNING)
        .forEach(network -> network(network, STEP));
    for (int i = 0; i < topology.hosts().size(); i++) {
      host(topology.hosts().get(i), "h" + i);
    }
    topology.nodes().forEach(this::links);
    topology.networks().forEach(this::parent);
    joined();
    topology.reaches().forEach(this::reach);
    out.addAll(styles);
    return out;
  }

  private void host(Host host, String id) {
    out.add(STEP + "subgraph " + id + MermaidWords.quoted("[", List.of(host.title()), "]"));
    String indent = STEP + STEP;
    topology.networks().stream()
        .filter(network -> GraphLabels.isSegment(network) && network.host().equals(host.key()))
        .forEach(network -> segment(network, host, indent));
    topology.nodes().stream()
        .filter(node -> node.host().equals(host.key()) && !isInSegment(node, host))
        .forEach(node -> node(node, indent));
    topology.stores().stream()
        .filter(store -> store.host().equals(host.key()))
        .forEach(store -> store(store, indent));
    out.add(STEP + "end");
  }

  private boolean isInSegment(Node node, Host host) {
    return labels
        .home(node)
        .filter(
            id ->
                topology.networks().stream()
                    .anyMatch(n -> n.id().equals(id) && n.host().equals(host.key())))
        .isPresent();
  }

  private void segment(Network network, Host host, String indent) {
    List<Node> members =
        topology.nodes().stream()
            .filter(node -> node.host().equals(host.key()))
            .filter(node -> labels.home(node).filter(network.id()::equals).isPresent())
            .toList();
    if (members.isEmpty()) {
      network(network, indent);
      return;
    }
    String id = labels.network(network.id());
    out.add(indent + "subgraph " + id + MermaidWords.quoted("[", title(network), "]"));
    members.forEach(node -> node(node, indent + STEP));
    out.add(indent + "end");
  }

  private void network(Network network, String indent) {
    out.add(
        indent + labels.network(network.id()) + MermaidWords.quoted("([", title(network), "])"));
  }

  private static List<String> title(Network network) {
    List<String> parts = new ArrayList<>(List.of(network.label()));
    if (GraphLabels.isSegment(network) && network.label().equals(network.id())
        || network.medium() == Medium.SPANNING) {
      parts.add(network.driver());
    }
    parts.addAll(network.subnets());
    parts.addAll(network.remarks());
    network.parentInterface().ifPresent(name -> parts.add("parent " + name));
    return List.of(String.join(" · ", parts));
  }

  private void node(Node node, String indent) {
    boolean many = node.kind() == Kind.SERVICE;
    out.add(
        indent
            + labels.node(node.id())
            + MermaidWords.quoted(many ? "[[" : "[", labels.lines(node), many ? "]]" : "]"));
  }

  private void store(Store store, String indent) {
    boolean volume = store.kind() == Storage.VOLUME || store.kind() == Storage.ANONYMOUS;
    out.add(
        indent
            + labels.store(store.id())
            + MermaidWords.quoted(
                volume ? "[(" : "[/", List.of(store.label()), volume ? ")]" : "/]"));
  }

  private void links(Node node) {
    String id = labels.node(node.id());
    boolean inside = topology.hosts().stream().anyMatch(host -> isInSegment(node, host));
    node.attachments().stream()
        .skip(inside ? 1 : 0)
        .map(Attachment::network)
        .forEach(network -> link(labels.network(network) + " --- " + id));
    node.shares().map(labels::node).ifPresent(owner -> link(owner + " === " + id));
    for (Mount mount : node.mounts()) {
      String path = mount.path() + (mount.readOnly() ? " (ro)" : "");
      link(id + " ---|" + MermaidWords.text(path) + "| " + labels.store(mount.store()));
    }
    if (!node.ports().isEmpty()) {
      String port = "p" + id;
      out.add(STEP + port + MermaidWords.quoted(">", node.ports(), "]"));
      link(port + " --> " + id);
    }
  }

  private void parent(Network network) {
    network
        .parent()
        .ifPresent(
            p -> link(labels.network(p) + " ===|parent of| " + labels.network(network.id())));
  }

  private void joined() {
    topology.networks().stream()
        .filter(network -> network.medium() == Medium.UNDERLAY)
        .forEach(
            network -> {
              network(network, STEP);
              for (int i = 0; i < topology.hosts().size(); i++) {
                if (topology.hosts().get(i).joined()) {
                  link("h" + i + " --- " + labels.network(network.id()));
                }
              }
            });
  }

  private void reach(Reach reach) {
    String line = reach.wanted() ? " -->|" : " -.-x|";
    String words = MermaidWords.quoted("", GraphLabels.reach(reach), "| ");
    link(labels.node(reach.from()) + line + words + labels.node(reach.to()));
    String width = GraphLabels.colour(reach.verdict()).equals("#cf222e") ? ",stroke-width:3px" : "";
    styles.add(
        STEP
            + "linkStyle "
            + (links - 1)
            + " stroke:"
            + GraphLabels.colour(reach.verdict())
            + width);
  }

  private void link(String text) {
    out.add(STEP + text);
    links++;
  }
}
