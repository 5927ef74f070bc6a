package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Host;
import io.labrun.report.graph.Topology.Medium;
import io.labrun.report.graph.Topology.Network;
import io.labrun.report.graph.Topology.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything is in a picture.
 *
 * <p>A host is a frame, a network a bar with its boxes hanging on it, and all further lines run
 * below and beside the boxes, so that none crosses a text. Networks that span hosts are bars above
 * the frames. The same topology always gives the same picture.
 */
final class Layout {
  static final int MARGIN = 10;
  static final int FRAME_GAP = 22;
  private static final int WIDEST_ROW = 940;
  private static final int WIDEST_ROWS = 1_300;
  private static final int NARROWEST_ROW = 330;
  private static final int SPAN_GAP = 12;
  private static final int NARROWEST = 460;
  private static final int PILL_PAD = 12;

  final Topology topology;
  final List<Frame> frames = new ArrayList<>();
  final List<Zone> spans = new ArrayList<>();
  final Map<String, Cell> cells = new LinkedHashMap<>();
  final Wires wires;
  final Routes routes;
  int framesBottom;
  int right;
  int bottom;

  /** Lays a topology out. */
  Layout(Topology topology) {
    this.topology = topology;
    topology.hosts().forEach(host -> frames.add(new Frame(host)));
    Boxes boxes = new Boxes(topology);
    topology.nodes().forEach(node -> cells.put(node.id(), boxes.of(node)));
    topology.networks().stream()
        .filter(network -> network.medium() == Medium.SPANNING)
        .forEach(network -> spans.add(new Zone(Optional.of(network), boxes.label(network))));
    frames.forEach(frame -> fill(frame, boxes));
    boxes.shared().forEach(this::addShared);
    this.wires = new Wires(this, boxes);
    this.routes = new Routes(frames);
    place();
  }

  private void fill(Frame frame, Boxes boxes) {
    Map<String, Zone> zones = new LinkedHashMap<>();
    zones.put("", new Zone(Optional.empty(), ""));
    for (Network network : topology.networks()) {
      boolean own = network.medium() != Medium.SPANNING && network.host().equals(frame.host.key());
      boolean spans = network.medium() == Medium.SPANNING && hasMember(frame.host, network);
      if (network.medium() != Medium.UNDERLAY && (own || spans)) {
        String label = spans ? network.label() : boxes.label(network);
        zones.put(network.id(), new Zone(Optional.of(network), label));
      }
    }
    topology.nodes().stream()
        .filter(node -> node.host().equals(frame.host.key()))
        .forEach(node -> zones.getOrDefault(home(node), zones.get("")).cells.add(cell(node)));
    zones.values().stream()
        .filter(zone -> zone.hasBar() || !zone.cells.isEmpty())
        .forEach(frame.zones::add);
    frame.zones.stream().filter(this::needsLeftLane).forEach(z -> z.leftLane = frame.leftLane());
  }

  private Cell cell(Node node) {
    return cells.get(node.id());
  }

  private boolean needsLeftLane(Zone zone) {
    return zone.network
        .filter(n -> n.medium() == Medium.SPANNING || n.parent().isPresent())
        .isPresent();
  }

  private boolean hasMember(Host host, Network network) {
    return topology.nodes().stream()
        .filter(node -> node.host().equals(host.key()))
        .flatMap(node -> node.attachments().stream())
        .anyMatch(attachment -> attachment.network().equals(network.id()));
  }

  /** The network under which a node is drawn: its own first one, or that of whom it shares. */
  private String home(Node node) {
    Optional<Node> owner =
        node.shares()
            .flatMap(id -> topology.nodes().stream().filter(n -> n.id().equals(id)).findFirst());
    List<Topology.Attachment> places = owner.orElse(node).attachments();
    return places.isEmpty() ? "" : places.get(0).network();
  }

  private void addShared(String host, List<Cell> stores) {
    Zone zone = new Zone(Optional.empty(), "");
    zone.cells.addAll(stores);
    frames.stream()
        .filter(frame -> frame.host.key().equals(host))
        .findFirst()
        .orElse(frames.get(0))
        .zones
        .add(zone);
  }

  private void place() {
    int widest =
        frames.size() == 1 ? WIDEST_ROW : Math.max(NARROWEST_ROW, WIDEST_ROWS / frames.size());
    frames.forEach(frame -> frame.zones.forEach(zone -> zone.wrap(widest)));
    wires.all().forEach(routes::trunks);
    int x = MARGIN;
    for (Frame frame : frames) {
      frame.gutter = gutter(frame);
      frame.x = x + frame.gutter;
      x = frame.right() + FRAME_GAP;
    }
    frames.forEach(Frame::placeAcross);
    wires.all().forEach(routes::lanes);
    right = Math.max(x - FRAME_GAP, NARROWEST);
    placeDown();
  }

  /** Half of a port's sign is outside of the frame, and half of an interface's name. */
  private int gutter(Frame frame) {
    int ports =
        wires.all().stream()
            .filter(wire -> wire.kind == Wire.Kind.PORT && routes.frame(wire) == frame)
            .mapToInt(wire -> pill(wire.label))
            .max()
            .orElse(0);
    int parents =
        frame.zones.stream()
            .flatMap(zone -> zone.network.stream())
            .flatMap(network -> network.parentInterface().stream())
            .mapToInt(Layout::pill)
            .max()
            .orElse(0);
    return Math.max(ports, parents);
  }

  /** The width of a sign with a text. */
  static int pill(String text) {
    return TextSize.width(text, Frame.PILL_SIZE) + PILL_PAD;
  }

  private void placeDown() {
    int y = MARGIN;
    for (Zone span : spans) {
      span.y = y;
      y += Zone.BAR + SPAN_GAP;
    }
    int top = spans.isEmpty() ? y : y + SPAN_GAP;
    frames.forEach(frame -> frame.placeDown(top));
    framesBottom = frames.stream().mapToInt(frame -> frame.bottom).max().orElse(top);
    frames.forEach(frame -> frame.bottom = framesBottom);
    bottom = framesBottom + routes.corridorsHeight();
  }
}
