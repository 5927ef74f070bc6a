package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A box in a picture with what hangs below it; its place is set while the picture is laid out. */
final class Cell {
  static final int NAME_SIZE = 13;
  static final int TEXT_SIZE = 11;
  static final int LINE = 15;
  static final int PAD = 9;
  static final int DOT = 12;
  private static final int NARROWEST = 92;
  private static final int WIDEST_TEXT = 216;
  private static final int NAME_LINE = 20;
  private static final int SLOT = 11;
  private static final int AFTER_ITEMS = 8;

  /** The node, or nothing where the cell is something that several containers mount. */
  final Optional<Node> node;

  final String name;
  final List<Line> lines;
  final List<Item> items;
  private int slots;
  private int width;
  int x;
  int y;

  /**
   * A line of a box.
   *
   * @param text what it says
   * @param network the id of the network whose colour it has; empty for none
   */
  record Line(String text, String network) {}

  Cell(Optional<Node> node, String name, List<Line> lines, List<Item> items) {
    this.node = node;
    this.name = name;
    this.lines = List.copyOf(lines);
    this.items = List.copyOf(items);
    this.width = Math.max(NARROWEST, Math.max(textWidth(), itemsWidth()));
  }

  private int textWidth() {
    int widest = Math.min(TextSize.bold(name, NAME_SIZE), WIDEST_TEXT);
    for (Line line : lines) {
      int dot = line.network().isEmpty() ? 0 : DOT;
      widest =
          Math.max(widest, Math.min(dot + TextSize.width(line.text(), TEXT_SIZE), WIDEST_TEXT));
    }
    return widest + 2 * PAD;
  }

  private int itemsWidth() {
    return items.stream().mapToInt(Item::width).max().orElse(-AFTER_ITEMS) + AFTER_ITEMS;
  }

  /** Takes a place at the lower edge for the end of a wire: a number for {@link #slotX}. */
  int slot() {
    slots++;
    if (node.isEmpty()) {
      return slots - 1;
    }
    width = Math.max(width, itemsWidth() + slots * SLOT + PAD);
    return slots - 1;
  }

  /** Where the end of a wire is. */
  int slotX(int slot) {
    int edge = node.isPresent() ? width : items.get(0).width();
    return x + edge - PAD - slot * SLOT;
  }

  int width() {
    return width;
  }

  /** The room for a line of text. */
  int room() {
    return width - 2 * PAD;
  }

  int boxHeight() {
    return NAME_LINE + lines.size() * LINE + PAD;
  }

  int boxBottom() {
    return y + boxHeight();
  }

  /** Where wires end: at the lower edge of the box, or of what hangs there without one. */
  int lower() {
    return node.isPresent() ? boxBottom() : y + height();
  }

  int height() {
    if (node.isEmpty()) {
      return items.size() * Item.HEIGHT;
    }
    return boxHeight() + items.size() * (Item.GAP + Item.HEIGHT);
  }

  /** All that is said of it, for a tooltip. */
  String whole() {
    List<String> out = new ArrayList<>(List.of(name));
    lines.forEach(line -> out.add(line.text()));
    node.ifPresent(
        one ->
            one.attachments().stream()
                .filter(place -> !place.mac().isEmpty())
                .forEach(place -> out.add(place.network() + ": MAC " + place.mac())));
    return String.join("\n", out);
  }
}
