package io.labrun.cli;

import io.labrun.load.LoadResult;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.report.MistakesText;
import io.labrun.report.graph.Topology;
import io.labrun.report.graph.TopologyOf;
import io.labrun.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what is connected with what. */
@Command(
    name = "graph",
    header = "Draw what is connected with what: hosts, networks, containers, volumes.",
    description = {
      "",
      "From the plan, without touching an engine; with --live what stands, under the",
      "addresses that it has. What the assertions claim to reach is drawn too.",
      "Without --format and -o it is mermaid: plain text to read, and a picture where",
      "it is pasted into Markdown on GitHub or GitLab, between ```mermaid and ```.",
      ""
    },
    footer = {
      "",
      "Examples",
      "  labrun graph -o macvlan.svg scenarios/macvlan.yaml",
      "  labrun graph --format dot scenarios/overlay.yaml | dot -Tpng >overlay.png",
      "  labrun graph --live -o now.svg my-lab.yaml     what labrun up has set up"
    })
final class GraphCommand implements Callable<Integer> {
  private final Console console;
  private final Random random = new Random();

  @Mixin private FilesParameter files;

  @ArgGroup(validate = false, heading = "%nWhat is drawn%n", order = 1)
  private What what = new What();

  @Mixin private EngineCommonOptions common;

  GraphCommand(Console console) {
    this.console = console;
  }

  /** Options of what is drawn. */
  static final class What extends MachineOptions {
    @Option(
        names = {"-f", "--format"},
        paramLabel = "FORM",
        description =
            "svg, mermaid or dot (Graphviz). Otherwise what the ending of the file after -o says.")
    private GraphForm form;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "Write it to this file: *.svg, *.mmd, *.dot. Otherwise it is printed.")
    private Path output = OutputFile.STANDARD_OUTPUT;

    @Option(names = "--live", description = "What stands of a run that labrun up made.")
    private boolean live;

    @Option(
        names = "--run",
        paramLabel = "ID",
        description = "With --live: which run, where several of the file stand: see labrun ls.")
    private String id;

    private OutputFile output() {
      return new OutputFile(output);
    }
  }

  @Override
  public Integer call() {
    Invocation invocation = common.begin(console, what);
    Found found = files.find();
    invocation.tell(found.shortly());
    List<Path> paths = found.files();
    GraphForm form = form();
    refuse(paths, form);
    GraphOutput output = new GraphOutput(console, what.output());
    output.check(paths);
    ExitStatus status = ExitStatus.PASSED;
    String between = "";
    for (Path path : paths) {
      Drawing drawing = drawing(path, invocation);
      if (drawing.topology().isPresent()) {
        String title = paths.size() > 1 ? form.title(path) : "";
        output.write(between, title + form.text(drawing.topology().get()));
        between = System.lineSeparator();
      } else {
        mistakes(drawing.loaded(), invocation);
        status = ExitStatus.INVALID;
      }
    }
    return status.code();
  }

  private Drawing drawing(Path path, Invocation invocation) {
    Machines machines = new Machines(invocation, what.hosts());
    if (what.live) {
      return new LiveTopology(invocation, machines).of(path, Optional.ofNullable(what.id));
    }
    LoadResult loaded = new Loading(invocation).load(path);
    return new Drawing(loaded, loaded.scenario().map(scenario -> planned(scenario, machines)));
  }

  private Topology planned(Scenario scenario, Machines machines) {
    RunName name = RunName.draw(scenario.name().name(), random);
    return TopologyOf.plan(Planner.plan(scenario, name, machines.of(scenario)));
  }

  private void mistakes(LoadResult loaded, Invocation invocation) {
    new MistakesText(invocation.reportSettings())
        .render(Loading.invalid(loaded), "nothing is drawn")
        .forEach(console.err()::println);
  }

  private GraphForm form() {
    if (what.form != null || what.output().isStandardOutput()) {
      return what.form == null ? GraphForm.mermaid : what.form;
    }
    return GraphForm.of(what.output)
        .orElseThrow(
            () ->
                new UseException(
                    "the name `" + what.output + "` does not say in which form to draw",
                    "--format svg, mermaid or dot",
                    "or a name that ends in .svg, .mmd or .dot"));
  }

  private void refuse(List<Path> paths, GraphForm form) {
    if (paths.size() > 1 && (form == GraphForm.svg || !what.output().isStandardOutput())) {
      throw new UseException(
          "a picture shows one scenario, and these are " + paths.size(),
          "labrun graph -o FILE.svg FILE    for each of them");
    }
    if (what.id != null && !what.live) {
      throw new UseException("--run names a run that stands, and goes with --live");
    }
  }
}
