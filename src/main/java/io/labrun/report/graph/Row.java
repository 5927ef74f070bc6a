package io.labrun.report.graph;

import java.util.ArrayList;
import java.util.List;

/** Boxes side by side, and below them lanes for the wires between them. */
final class Row {
  static final int GAP = 18;
  private static final int LANE = 19;
  private static final int FIRST_LANE = 16;
  private static final int SPARE = 8;

  final List<Cell> cells = new ArrayList<>();
  private final Lanes lanes = new Lanes(SPARE);
  int y;

  int width() {
    return cells.stream().mapToInt(cell -> cell.width() + GAP).sum() - GAP;
  }

  /** Takes a lane from one place to another; its number. */
  int lane(int from, int to) {
    return lanes.take(Math.min(from, to), Math.max(from, to));
  }

  int laneY(int lane) {
    return cellsBottom() + FIRST_LANE + lane * LANE;
  }

  int cellsBottom() {
    return y + cells.stream().mapToInt(Cell::height).max().orElse(0);
  }

  /** Where the last lane is, or the boxes end. */
  int bottom() {
    return lanes.count() == 0 ? cellsBottom() : laneY(lanes.count() - 1) + SPARE;
  }
}
