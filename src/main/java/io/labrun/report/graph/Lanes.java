package io.labrun.report.graph;

import java.util.ArrayList;
import java.util.List;

/** Gives lanes to stretches so that no two on one lane touch. */
final class Lanes {
  private final List<List<int[]>> lanes = new ArrayList<>();
  private final int spare;

  /** Lanes on which stretches stay so far apart. */
  Lanes(int spare) {
    this.spare = spare;
  }

  /** Takes the first lane that is free from one place to another; its number. */
  int take(int from, int to) {
    int lane = 0;
    while (lane < lanes.size() && !isFree(lanes.get(lane), from, to)) {
      lane++;
    }
    if (lane == lanes.size()) {
      lanes.add(new ArrayList<>());
    }
    lanes.get(lane).add(new int[] {from, to});
    return lane;
  }

  /** How many lanes were given. */
  int count() {
    return lanes.size();
  }

  private boolean isFree(List<int[]> taken, int from, int to) {
    return taken.stream().allMatch(one -> to + spare < one[0] || one[1] + spare < from);
  }
}
