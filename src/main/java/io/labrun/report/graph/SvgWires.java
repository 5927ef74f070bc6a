package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the wires below and beside the boxes, with their arrows and signs. */
final class SvgWires {
  private static final int PILL = 16;
  private static final int PILL_PAD = 5;
  private static final int HEAD = 4;
  private static final int TEXT_BASE = 4;

  private final Layout layout;
  private final SvgPen pen;
  private final Map<String, Integer> colours;

  SvgWires(Layout layout, SvgPen pen, Map<String, Integer> colours) {
    this.layout = layout;
    this.pen = pen;
    this.colours = colours;
  }

  /** Draws one. */
  void draw(Wire wire) {
    pen.raw("<g>");
    pen.path(style(wire), way(wire));
    wire.ends.stream().filter(Wire.End::head).forEach(end -> head(wire, end));
    if (wire.kind == Wire.Kind.PORT) {
      port(wire);
    } else if (wire.kind == Wire.Kind.REACH) {
      badge(wire);
    }
    pen.raw("</g>");
  }

  private String style(Wire wire) {
    return switch (wire.kind) {
      case NETWORK -> SvgStyle.network(colours.getOrDefault(wire.label, 0));
      case STORAGE, PORT -> "w";
      case REACH -> {
        Verdict verdict = wire.verdict.orElseThrow();
        yield "v-" + Sign.tone(verdict) + (wire.wanted ? "" : " out");
      }
    };
  }

  /** Where it runs: lines across and down, each from a place of its own. */
  String way(Wire wire) {
    List<String> out = new ArrayList<>();
    for (Wire.End end : wire.ends) {
      Row row = layout.routes.row(end);
      int lane = row.laneY(wire.lanes.get(row));
      out.add(SvgPen.way("M% %V%", end.x(), end.cell().lower(), lane));
    }
    wire.lanes.forEach(
        (row, lane) -> {
          int[] span = span(wire, row);
          out.add(SvgPen.way("M% %H%", span[0], row.laneY(lane), span[1]));
        });
    wire.trunks.forEach((frame, trunk) -> out.add(trunk(wire, frame, frame.trunkX(trunk))));
    if (wire.corridor >= 0) {
      int y = Routes.corridorY(layout.framesBottom, wire.corridor);
      int[] ends =
          wire.trunks.entrySet().stream()
              .mapToInt(entry -> entry.getKey().trunkX(entry.getValue()))
              .sorted()
              .toArray();
      out.add(SvgPen.way("M% %H%", ends[0], y, ends[ends.length - 1]));
    }
    return String.join("", out);
  }

  private int[] span(Wire wire, Row row) {
    List<Integer> xs = new ArrayList<>();
    Frame frame = null;
    for (Wire.End end : wire.ends) {
      if (layout.routes.row(end) == row) {
        xs.add(end.x());
        frame = layout.routes.frame(end);
      }
    }
    if (wire.trunks.containsKey(frame)) {
      xs.add(frame.trunkX(wire.trunks.get(frame)));
    }
    if (wire.kind == Wire.Kind.PORT) {
      xs.add(frame.x);
    }
    return new int[] {
      xs.stream().min(Integer::compare).orElseThrow(),
      xs.stream().max(Integer::compare).orElseThrow()
    };
  }

  private String trunk(Wire wire, Frame frame, int x) {
    List<Integer> ys = new ArrayList<>();
    wire.ends.stream()
        .filter(end -> layout.routes.frame(end) == frame)
        .map(layout.routes::row)
        .forEach(row -> ys.add(row.laneY(wire.lanes.get(row))));
    String bar = "";
    if (wire.bar.filter(frame.zones::contains).isPresent()) {
      int y = wire.bar.get().barY();
      ys.add(y);
      bar = SvgPen.way("M% %H%", x, y, frame.barRight());
    }
    if (wire.corridor >= 0) {
      ys.add(Routes.corridorY(layout.framesBottom, wire.corridor));
    }
    int top = ys.stream().min(Integer::compare).orElseThrow();
    int bottom = ys.stream().max(Integer::compare).orElseThrow();
    return bar + SvgPen.way("M% %V%", x, top, bottom);
  }

  /** An arrow; where nothing shall come through, a wall. */
  private void head(Wire wire, Wire.End end) {
    int x = end.x();
    int y = end.cell().lower();
    if (wire.kind == Wire.Kind.REACH && !wire.wanted) {
      pen.path(
          "v-" + Sign.tone(wire.verdict.orElseThrow()), SvgPen.way("M% %h10", x - 5, y + HEAD));
      return;
    }
    String tone = wire.kind == Wire.Kind.REACH ? Sign.tone(wire.verdict.orElseThrow()) : "dull";
    pen.path("m-" + tone, SvgPen.way("M% %l% %h-%z", x, y, HEAD, 2 * HEAD, 2 * HEAD));
  }

  private void port(Wire wire) {
    Wire.End end = wire.ends.get(0);
    Frame frame = layout.routes.frame(end);
    Row row = layout.routes.row(end);
    int y = row.laneY(wire.lanes.get(row));
    int width = Layout.pill(wire.label);
    pen.rect("k", frame.x - width + PILL / 2, y - PILL / 2, width, PILL, PILL / 2);
    pen.text("", frame.x - width + PILL / 2 + PILL_PAD, y + TEXT_BASE, wire.label);
  }

  private void badge(Wire wire) {
    Verdict verdict = wire.verdict.orElseThrow();
    String text = wire.label + Sign.word(verdict);
    int width = Sign.SIDE + 3 * PILL_PAD + TextSize.bold(text, Frame.PILL_SIZE);
    Row row = layout.routes.row(wire.ends.get(1));
    int[] span = span(wire, row);
    int y = row.laneY(wire.lanes.get(row));
    int x = (span[0] + span[1] - width) / 2;
    String tone = Sign.tone(verdict);
    pen.rect("v-" + tone + " pill", x, y - PILL / 2, width, PILL, PILL / 2);
    Sign.draw(pen, verdict, wire.wanted, x + PILL_PAD, y - HEAD);
    pen.text("x-" + tone, x + 2 * PILL_PAD + Sign.SIDE, y + TEXT_BASE, text);
  }
}
