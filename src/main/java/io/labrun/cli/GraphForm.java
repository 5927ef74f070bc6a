package io.labrun.cli;

import io.labrun.report.graph.DotText;
import io.labrun.report.graph.MermaidText;
import io.labrun.report.graph.SvgPicture;
import io.labrun.report.graph.Topology;
import io.labrun.source.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** In which form a topology is shown. */
enum GraphForm {
  /** A picture. */
  svg("", "svg"),
  /** A flowchart that GitHub and GitLab draw inside Markdown. */
  mermaid("%% ", "mmd", "mermaid"),
  /** A graph for Graphviz. */
  dot("// ", "dot", "gv");

  private final String remark;
  private final List<String> endings;

  GraphForm(String remark, String... endings) {
    this.remark = remark;
    this.endings = List.of(endings);
  }

  /** The form that the ending of a file's name says; empty for any other ending. */
  static Optional<GraphForm> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (GraphForm form : values()) {
      if (form.endings.stream().anyMatch(ending -> name.endsWith("." + ending))) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** A line that says of which file the topology after it is; not for a picture. */
  String title(Path file) {
    return remark + Printable.line(file.toString()) + "\n";
  }

  /** A topology in this form, with the end of its last line. */
  String text(Topology topology) {
    return switch (this) {
      case svg -> SvgPicture.of(topology, topology.name());
      case mermaid -> String.join("\n", MermaidText.of(topology)) + "\n";
      case dot -> String.join("\n", DotText.of(topology)) + "\n";
    };
  }
}
