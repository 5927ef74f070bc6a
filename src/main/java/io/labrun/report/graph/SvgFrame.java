package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Kind;
import io.labrun.report.graph.Topology.Storage;

/** Draws a host with its networks and boxes. */
final class SvgFrame {
  private static final int TITLE = 24;
  private static final int RADIUS = 10;
  private static final int NAME_BASE = 17;
  private static final int STACK = 4;
  private static final int CURVE = 5;
  private static final int CORNER = 9;

  private final Frame frame;
  private final SvgPen pen;
  private final SvgNetworks networks;

  SvgFrame(Frame frame, SvgPen pen, SvgNetworks networks) {
    this.frame = frame;
    this.pen = pen;
    this.networks = networks;
  }

  /** Draws it, its bars behind its boxes. */
  void draw() {
    boolean real = !frame.host.key().startsWith("@");
    pen.rect(
        real ? "f" : "fd",
        frame.x,
        frame.y,
        frame.right() - frame.x,
        frame.bottom - frame.y,
        RADIUS);
    pen.text("h", frame.barLeft(), frame.y + TITLE, frame.host.title());
    frame.zones.stream().filter(Zone::hasBar).forEach(zone -> networks.zone(frame, zone));
    for (Zone zone : frame.zones) {
      for (Row row : zone.rows) {
        row.cells.forEach(this::cell);
        sharing(row);
      }
    }
  }

  /** Joins those that share a network with the box beside them. */
  private void sharing(Row row) {
    for (int i = 1; i < row.cells.size(); i++) {
      Cell left = row.cells.get(i - 1);
      Cell cell = row.cells.get(i);
      if (cell.node.filter(node -> node.shares().isPresent()).isPresent()) {
        pen.path("w", SvgPen.way("M% %H%", left.x + left.width(), row.y + TITLE, cell.x));
      }
    }
  }

  private void cell(Cell cell) {
    pen.raw("<g>");
    if (cell.node.isPresent()) {
      box(cell);
    }
    int top = cell.node.isPresent() ? cell.boxBottom() : cell.y - Item.GAP;
    int down = cell.x + Cell.DOT;
    for (Item item : cell.items) {
      if (cell.node.isPresent()) {
        pen.path("w", SvgPen.way("M% %V%", down, top, top + Item.GAP));
      }
      top += Item.GAP;
      item(item, cell.x, top);
      top += Item.HEIGHT;
    }
    pen.raw("</g>");
  }

  private void box(Cell cell) {
    pen.title(cell.whole());
    Topology.Node node = cell.node.orElseThrow();
    String style = node.ended() ? "be" : node.kind() == Kind.ADDRESS ? "kd" : "b";
    if (node.kind() == Kind.SERVICE) {
      pen.rect(style, cell.x + STACK, cell.y - STACK, cell.width(), cell.boxHeight(), RADIUS / 2);
    }
    pen.rect(style, cell.x, cell.y, cell.width(), cell.boxHeight(), RADIUS / 2);
    int x = cell.x + Cell.PAD;
    String name = TextSize.fit(cell.name, Cell.NAME_SIZE, (int) (cell.room() / 1.2));
    pen.text("h", x, cell.y + NAME_BASE, name);
    int y = cell.y + NAME_BASE + Cell.LINE;
    for (Cell.Line line : cell.lines) {
      int indent = line.network().isEmpty() ? 0 : Cell.DOT;
      if (indent > 0) {
        pen.dot("d" + networks.colour(line.network()), x + 4, y - 4, 3);
      }
      String text = TextSize.fit(line.text(), Cell.TEXT_SIZE, cell.room() - indent);
      pen.text(indent > 0 ? "" : "x", x + indent, y, text);
      y += Cell.LINE;
    }
  }

  private void item(Item item, int x, int y) {
    pen.raw("<g>").title(item.label() + "\n" + item.path());
    int right = item.width();
    int bottom = Item.HEIGHT;
    switch (item.kind()) {
      case VOLUME, ANONYMOUS -> cylinder(item.kind() == Storage.VOLUME ? "k" : "kd", x, y, right);
      case BIND ->
          pen.path(
              "k",
              SvgPen.way(
                  "M% %h%l% %v%h-%z",
                  x, y, right - CORNER, CORNER, CORNER, bottom - CORNER, right));
      case TMPFS -> pen.rect("kd", x, y, right, bottom, 3);
    }
    pen.text("s", x + Item.PAD, y + 19, TextSize.fit(item.label(), Item.SIZE, item.room()));
    pen.text("sx", x + Item.PAD, y + 31, TextSize.fit(item.path(), Item.SIZE, item.room()));
    pen.raw("</g>");
  }

  private void cylinder(String style, int x, int y, int width) {
    int side = Item.HEIGHT - 2 * CURVE;
    double half = width / 2.0;
    pen.path(
        style,
        SvgPen.way(
            "M% %v%a% % 0 0 0 % 0v-%a% % 0 0 0 -% 0a% % 0 0 0 % 0",
            x, y + CURVE, side, half, CURVE, width, side, half, CURVE, width, half, CURVE, width));
  }
}
