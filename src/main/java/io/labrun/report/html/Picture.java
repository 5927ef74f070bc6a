package io.labrun.report.html;

import io.labrun.event.ScenarioRun;
import io.labrun.report.graph.SvgPicture;
import io.labrun.report.graph.Topology;
import io.labrun.report.graph.TopologyOf;
import io.labrun.report.graph.TopologyWords;

/** The picture of a lab: its hosts, networks, containers, and what did not get through. */
final class Picture {
  private final Markup out;

  Picture(Markup out) {
    this.out = out;
  }

  /**
   * Writes it as a figure, and folded below it the same in words; nothing for an empty lab.
   *
   * @param id what the ids in it begin with, another one for each picture
   */
  void write(ScenarioRun run, String id) {
    Topology topology = TopologyOf.run(run);
    if (topology.nodes().isEmpty() && topology.networks().isEmpty()) {
      return;
    }
    out.leaf("h3", "The lab").open("figure", "class", "picture");
    out.open("div", "class", "scroll", "tabindex", "0");
    out.trusted(SvgPicture.unstyled(topology, id)).close("div");
    out.open("figcaption").open("details").leaf("summary", "The same in words").open("ul");
    TopologyWords.of(topology).forEach(words -> out.leaf("li", words));
    out.close("ul").close("details").close("figcaption").close("figure");
  }
}
