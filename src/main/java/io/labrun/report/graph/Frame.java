package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Host;
import java.util.ArrayList;
import java.util.List;

/** A host in a picture: a frame with the networks that are on it, one below the other. */
final class Frame {
  static final int TITLE_SIZE = 13;
  static final int PILL_SIZE = 11;
  static final int INSET = 18;
  private static final int LEFT = 14;
  private static final int LEFT_LANE = 10;
  private static final int TRUNK = 13;
  private static final int TOP = 40;
  private static final int BOTTOM = 4;
  private static final int EMPTY = 30;

  final Host host;
  final List<Zone> zones = new ArrayList<>();
  private final Lanes trunks = new Lanes(0);
  private int leftLanes;

  /** The room left of it for the ports that it publishes. */
  int gutter;

  int x;
  int y;
  int bottom;

  Frame(Host host) {
    this.host = host;
  }

  /** Takes a lane left of the bars. */
  int leftLane() {
    return leftLanes++;
  }

  int leftLaneX(int lane) {
    return x + LEFT + lane * LEFT_LANE;
  }

  int barLeft() {
    return x + LEFT + leftLanes * LEFT_LANE;
  }

  int barRight() {
    int widest = TextSize.bold(host.title(), TITLE_SIZE);
    for (Zone zone : zones) {
      int label = TextSize.bold(zone.label, Zone.LABEL_SIZE) + INSET;
      widest = Math.max(widest, Math.max(zone.width() + INSET, label));
    }
    return barLeft() + widest;
  }

  /** Takes a lane right of the bars from one element to another, as {@link #ordinal} counts. */
  int trunk(int from, int to) {
    return trunks.take(from, to);
  }

  int trunkX(int trunk) {
    return barRight() + TRUNK + trunk * TRUNK;
  }

  int right() {
    return barRight() + LEFT + trunks.count() * TRUNK;
  }

  /** Sets the places of all boxes from left to right. */
  void placeAcross() {
    for (Zone zone : zones) {
      for (Row row : zone.rows) {
        int next = barLeft() + INSET;
        for (Cell cell : row.cells) {
          cell.x = next;
          next += cell.width() + Row.GAP;
        }
      }
    }
  }

  /** Sets the heights of all that is in it. */
  void placeDown(int top) {
    y = top;
    int next = top + TOP;
    for (Zone zone : zones) {
      next = zone.place(next);
    }
    bottom = zones.isEmpty() ? next + EMPTY : next + BOTTOM;
  }

  /** How far down an element is: the bar of a zone, or one of its rows where one is given. */
  int ordinal(Zone wanted, Row row) {
    int count = 0;
    for (Zone zone : zones) {
      if (zone == wanted && row == null) {
        return count;
      }
      for (Row one : zone.rows) {
        count++;
        if (one == row) {
          return count;
        }
      }
      count++;
    }
    return count;
  }
}
