package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Medium;
import io.labrun.report.graph.Topology.Network;
import java.util.Map;
import java.util.Optional;

/** Draws the bars of networks and what hangs on them. */
final class SvgNetworks {
  private static final int SPINE = 6;
  private static final int RAIL = 12;
  private static final int RADIUS = 6;
  private static final int TEXT_BASE = 4;
  private static final int PILL = 18;

  private final Layout layout;
  private final SvgPen pen;
  private final Map<String, Integer> colours;

  SvgNetworks(Layout layout, SvgPen pen, Map<String, Integer> colours) {
    this.layout = layout;
    this.pen = pen;
    this.colours = colours;
  }

  /** The number of a network's colour. */
  int colour(String network) {
    return Integer.parseInt(SvgStyle.network(colours.getOrDefault(network, 0)).substring(1));
  }

  /** The bar of a network above all frames. */
  void span(Zone zone) {
    bar(zone, Layout.MARGIN, layout.right - Layout.MARGIN);
  }

  /** A network inside a frame: its bar, its way up or out, its boxes' lines. */
  void zone(Frame frame, Zone zone) {
    Network network = zone.network.orElseThrow();
    if (network.medium() != Medium.NONE) {
      ways(frame, zone, network);
      branches(frame, zone, network);
    }
    bar(zone, frame.barLeft(), frame.barRight() - frame.barLeft());
  }

  private void bar(Zone zone, int x, int width) {
    Network network = zone.network.orElseThrow();
    boolean plain = network.medium() == Medium.NONE || network.medium() == Medium.HOST;
    pen.rect(plain ? "fd" : "g" + colour(network.id()), x, zone.y, width, Zone.BAR, RADIUS);
    pen.text("a", x + Cell.PAD, zone.barY() + TEXT_BASE, zone.label);
  }

  private void ways(Frame frame, Zone zone, Network network) {
    String style = style(network);
    if (network.medium() == Medium.SPANNING) {
      Zone above =
          layout.spans.stream()
              .filter(span -> span.network.equals(zone.network))
              .findFirst()
              .orElseThrow();
      hang(frame, zone, style, above.y + Zone.BAR);
    }
    network
        .parent()
        .flatMap(id -> bar(frame, id))
        .ifPresent(parent -> hang(frame, zone, style, parent.barY() + RADIUS));
    if (network.wayOut() || network.medium() == Medium.HOST) {
      pen.path(style, SvgPen.way("M% %H%", frame.x, zone.barY(), frame.barLeft()));
      pen.dot(dot(network), frame.x, zone.barY(), 4);
    }
    network.parentInterface().ifPresent(name -> parent(frame, zone, style, name));
  }

  private void hang(Frame frame, Zone zone, String style, int from) {
    int x = frame.leftLaneX(zone.leftLane);
    pen.path(
        style,
        SvgPen.way(
            "M% %H%V%H%",
            frame.barLeft(), zone.barY(), x, from, from < frame.y ? x : frame.barLeft()));
  }

  private void parent(Frame frame, Zone zone, String style, String name) {
    int width = Layout.pill(name);
    pen.path(style, SvgPen.way("M% %H%", frame.x, zone.barY(), frame.barLeft()));
    pen.rect("k", frame.x - width + PILL / 2, zone.barY() - PILL / 2, width, PILL, PILL / 2);
    pen.text("", frame.x - width + PILL / 2 + RADIUS, zone.barY() + TEXT_BASE, name);
  }

  private static Optional<Zone> bar(Frame frame, String network) {
    return frame.zones.stream()
        .filter(zone -> zone.network.filter(n -> n.id().equals(network)).isPresent())
        .findFirst();
  }

  private String dot(Network network) {
    return network.medium() == Medium.HOST ? "m-dull" : "d" + colour(network.id());
  }

  private String style(Network network) {
    return network.medium() == Medium.HOST ? "w" : SvgStyle.network(colour(network.id()));
  }

  private void branches(Frame frame, Zone zone, Network network) {
    String style = style(network);
    int spine = frame.barLeft() + SPINE;
    for (int index = 0; index < zone.rows.size(); index++) {
      Row row = zone.rows.get(index);
      int rail = index == 0 ? zone.barY() : row.y - RAIL;
      if (index > 0) {
        Cell last = row.cells.get(row.cells.size() - 1);
        pen.path(
            style, SvgPen.way("M% %V%H%", spine, zone.barY(), rail, last.x + last.width() / 2));
      }
      for (Cell cell : row.cells) {
        boolean shares = cell.node.filter(node -> node.shares().isPresent()).isPresent();
        if (!shares) {
          pen.path(style, SvgPen.way("M% %V%", cell.x + cell.width() / 2, rail, row.y));
        }
      }
    }
  }
}
