package io.labrun.report.graph;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays wires: down from a box into a lane below its row, along it to a lane right of the bars where
 * it goes to another row, and from frame to frame in a lane below all of them.
 */
final class Routes {
  private static final int CORRIDOR = 18;
  private static final int FIRST_CORRIDOR = 16;
  private static final int SPARE = 10;

  private record Place(Frame frame, Row row) {}

  private final Map<Cell, Place> places = new HashMap<>();
  private final List<Frame> frames;
  private final Lanes corridors = new Lanes(SPARE);

  Routes(List<Frame> frames) {
    this.frames = frames;
  }

  /** The frame of a wire's first end; known once rows are made. */
  Frame frame(Wire wire) {
    return place(wire.ends.get(0).cell()).frame();
  }

  private Place place(Cell cell) {
    if (places.isEmpty()) {
      frames.forEach(
          frame ->
              frame.zones.forEach(
                  zone ->
                      zone.rows.forEach(
                          row -> row.cells.forEach(c -> places.put(c, new Place(frame, row))))));
    }
    return places.get(cell);
  }

  /** Takes the lanes from row to row. */
  void trunks(Wire wire) {
    Map<Frame, int[]> spans = new LinkedHashMap<>();
    for (Wire.End end : wire.ends) {
      Place place = place(end.cell());
      stretch(spans, place.frame(), place.frame().ordinal(null, place.row()));
    }
    wire.bar.ifPresent(
        bar ->
            frames.stream()
                .filter(frame -> frame.zones.contains(bar))
                .forEach(frame -> stretch(spans, frame, frame.ordinal(bar, null))));
    boolean far = spans.size() > 1;
    spans.forEach(
        (frame, span) -> {
          if (far || span[0] != span[1]) {
            wire.trunks.put(frame, frame.trunk(span[0], far ? Integer.MAX_VALUE : span[1]));
          }
        });
    if (far) {
      int first = frames.indexOf(wire.trunks.keySet().stream().min(this::order).orElseThrow());
      int last = frames.indexOf(wire.trunks.keySet().stream().max(this::order).orElseThrow());
      wire.corridor = corridors.take(first * 2 * SPARE, last * 2 * SPARE);
    }
  }

  private int order(Frame one, Frame other) {
    return Integer.compare(frames.indexOf(one), frames.indexOf(other));
  }

  private static void stretch(Map<Frame, int[]> spans, Frame frame, int ordinal) {
    int[] span = spans.computeIfAbsent(frame, f -> new int[] {ordinal, ordinal});
    span[0] = Math.min(span[0], ordinal);
    span[1] = Math.max(span[1], ordinal);
  }

  /** Takes the lanes below rows; the boxes must have their places from left to right. */
  void lanes(Wire wire) {
    Map<Row, int[]> spans = new LinkedHashMap<>();
    for (Wire.End end : wire.ends) {
      Place place = place(end.cell());
      int[] span = spans.computeIfAbsent(place.row(), row -> new int[] {end.x(), end.x()});
      reach(span, end.x());
      Integer trunk = wire.trunks.get(place.frame());
      if (trunk != null) {
        reach(span, place.frame().trunkX(trunk));
      }
      if (wire.kind == Wire.Kind.PORT) {
        reach(span, place.frame().x);
      }
    }
    spans.forEach((row, span) -> wire.lanes.put(row, row.lane(span[0], span[1])));
  }

  private static void reach(int[] span, int x) {
    span[0] = Math.min(span[0], x);
    span[1] = Math.max(span[1], x);
  }

  /** The height of all lanes below the frames. */
  int corridorsHeight() {
    return corridors.count() == 0 ? 0 : FIRST_CORRIDOR + corridors.count() * CORRIDOR;
  }

  /** The height of a lane below frames that end there. */
  static int corridorY(int framesBottom, int corridor) {
    return framesBottom + FIRST_CORRIDOR + corridor * CORRIDOR;
  }

  /** The row that an end's box is in. */
  Row row(Wire.End end) {
    return place(end.cell()).row();
  }

  /** The frame that an end's box is in. */
  Frame frame(Wire.End end) {
    return place(end.cell()).frame();
  }
}
