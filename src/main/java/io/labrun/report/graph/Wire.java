package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A line that joins boxes below their lower edges, around all others; laid by {@link Routes}. */
final class Wire {

  /** What a wire stands for. */
  enum Kind {
    /** A network that a box is on besides its first. */
    NETWORK,
    /** Something that several containers mount. */
    STORAGE,
    /** Published ports. */
    PORT,
    /** An attempt to reach. */
    REACH
  }

  /**
   * An end at a box.
   *
   * @param head whether it is the goal
   */
  record End(Cell cell, int slot, boolean head) {
    int x() {
      return cell.slotX(slot);
    }
  }

  final Kind kind;

  /** The id of the network, the ports or the numbers of the claims. */
  final String label;

  final Optional<Verdict> verdict;
  final boolean wanted;
  final List<End> ends = new ArrayList<>();

  /** The bar that it ends at. */
  Optional<Zone> bar = Optional.empty();

  /** The lane below each row that it has ends in. */
  final Map<Row, Integer> lanes = new LinkedHashMap<>();

  /** The lane right of the bars in each frame where it goes from one element to another. */
  final Map<Frame, Integer> trunks = new LinkedHashMap<>();

  /** The lane below all frames; -1 where it stays in one. */
  int corridor = -1;

  Wire(Kind kind, String label, Optional<Verdict> verdict, boolean wanted) {
    this.kind = kind;
    this.label = label;
    this.verdict = verdict;
    this.wanted = wanted;
  }

  void end(Cell cell, boolean head) {
    ends.add(new End(cell, cell.slot(), head));
  }
}
