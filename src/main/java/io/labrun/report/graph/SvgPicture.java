package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Medium;
import io.labrun.report.graph.Topology.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A topology as an SVG picture, to stand alone or inside a page; light or dark as the reader's
 * screen. It uses no font but those that are there, and no script.
 */
public final class SvgPicture {
  private static final int LEGEND_TOP = 14;
  private static final int UNDERLAY_TOP = 26;
  private static final int UNDERLAY_HEIGHT = 42;
  private static final int LEGEND_TEXT = 44;
  private static final int TEXT_BASE = 4;

  private final Topology topology;
  private final Layout layout;
  private final SvgPen pen = new SvgPen();
  private final Map<String, Integer> colours = new HashMap<>();

  private SvgPicture(Topology topology) {
    this.topology = topology;
    this.layout = new Layout(topology);
    topology.networks().forEach(network -> colours.put(network.id(), colours.size()));
  }

  /**
   * The picture.
   *
   * @param prefix what its ids begin with: another one for each picture on a page; a letter, then
   *     letters, digits and hyphens
   */
  public static String of(Topology topology, String prefix) {
    return new SvgPicture(topology).draw(prefix, "<style>" + style() + "</style>");
  }

  /** The picture without its style, for a page that has the {@link #style} once for all of them. */
  public static String unstyled(Topology topology, String prefix) {
    return new SvgPicture(topology).draw(prefix, "");
  }

  /** The style sheet of every picture. */
  public static String style() {
    return SvgStyle.sheet();
  }

  private String draw(String prefix, String style) {
    boolean joined = topology.networks().stream().anyMatch(SvgPicture::isUnderlay);
    int underlayTop = layout.bottom + UNDERLAY_TOP;
    int frames = joined ? underlayTop + UNDERLAY_HEIGHT - UNDERLAY_TOP : layout.bottom;
    int width = layout.right + Layout.MARGIN;
    int room = width - LEGEND_TEXT - Layout.MARGIN;
    List<Legend.Entry> legend = new Legend(topology).entries(room, layout.wires.untold());
    int legendTop = frames + LEGEND_TOP;
    int height =
        legend.isEmpty()
            ? frames + Layout.MARGIN
            : legendTop + legend.size() * Legend.LINE + Layout.MARGIN;
    begin(prefix, width, height);
    pen.raw(style);
    if (joined) {
      underlay(underlayTop);
    }
    SvgNetworks networks = new SvgNetworks(layout, pen, colours);
    layout.frames.forEach(frame -> new SvgFrame(frame, pen, networks).draw());
    layout.spans.forEach(networks::span);
    layout.wires.all().forEach(new SvgWires(layout, pen, colours)::draw);
    legend(legend, legendTop);
    return pen.raw("</svg>").toString();
  }

  private static boolean isUnderlay(Network network) {
    return network.medium() == Medium.UNDERLAY;
  }

  private void begin(String prefix, int width, int height) {
    pen.raw(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"labrun-topology\" role=\"img\""
            + (" aria-labelledby=\"" + prefix + "-title " + prefix + "-desc\"")
            + (" viewBox=\"0 0 " + width + " " + height + "\"")
            + (" width=\"" + width + "\" height=\"" + height + "\">"));
    String title = "Topology of " + topology.name();
    pen.raw("<title id=\"" + prefix + "-title\">" + SvgPen.escaped(title) + "</title>");
    String words = String.join(" ", TopologyWords.of(topology));
    pen.raw("<desc id=\"" + prefix + "-desc\">" + SvgPen.escaped(words) + "</desc>");
  }

  private void underlay(int top) {
    int middle = top + Zone.BAR / 2;
    layout.frames.stream()
        .filter(frame -> frame.host.joined())
        .forEach(
            frame -> pen.path("w", SvgPen.way("M% %V%", frame.barLeft(), frame.bottom, middle)));
    pen.rect("b", Layout.MARGIN, top, layout.right - Layout.MARGIN, Zone.BAR, 6);
    pen.text("a", Layout.MARGIN + Cell.PAD, middle + TEXT_BASE, "the network that the hosts share");
  }

  private void legend(List<Legend.Entry> entries, int top) {
    int y = top;
    for (Legend.Entry entry : entries) {
      String tone = Sign.tone(entry.verdict());
      if (!entry.number().isEmpty()) {
        Sign.draw(pen, entry.verdict(), entry.wanted(), Layout.MARGIN, y);
        pen.text("x-" + tone, Layout.MARGIN + 14, y + Sign.SIDE, entry.number());
      }
      pen.text(entry.number().isEmpty() ? "x" : "", LEGEND_TEXT, y + Sign.SIDE, entry.text());
      y += Legend.LINE;
    }
  }
}
