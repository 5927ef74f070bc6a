package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A network in a frame with the boxes that sit on it first of all; or boxes on no network. */
final class Zone {
  static final int BAR = 24;
  static final int LABEL_SIZE = 12;
  static final int STUB = 16;
  private static final int AFTER = 24;

  final Optional<Network> network;
  final List<Cell> cells = new ArrayList<>();
  final List<Row> rows = new ArrayList<>();

  /** What is written on its bar. */
  final String label;

  int y;

  /** The lane left of the bars that it takes up or to its parent; -1 for none. */
  int leftLane = -1;

  Zone(Optional<Network> network, String label) {
    this.network = network;
    this.label = label;
  }

  /** Puts the boxes into rows no wider than this. */
  void wrap(int widest) {
    Row row = new Row();
    for (Cell cell : cells) {
      if (!row.cells.isEmpty() && row.width() + Row.GAP + cell.width() > widest) {
        rows.add(row);
        row = new Row();
      }
      row.cells.add(cell);
    }
    if (!row.cells.isEmpty()) {
      rows.add(row);
    }
  }

  int width() {
    return rows.stream().mapToInt(Row::width).max().orElse(0);
  }

  boolean hasBar() {
    return network.isPresent();
  }

  /** The middle of the bar. */
  int barY() {
    return y + BAR / 2;
  }

  /** Sets the heights of all that is in it; where the next begins. */
  int place(int top) {
    y = top;
    int next = hasBar() ? top + BAR + STUB : top;
    for (Row row : rows) {
      row.y = next;
      row.cells.forEach(cell -> cell.y = row.y);
      next = row.bottom() + AFTER;
    }
    return rows.isEmpty() ? top + BAR + STUB : next - AFTER + STUB;
  }
}
