package io.labrun.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what would be done. */
@Command(
    name = "plan",
    header = "Show what a run would do, without touching an engine.",
    description = {
      "",
      "The order of the steps, the names of what is made, what waits for what, and the",
      "claims. As docker: a shell script of plain docker commands that does the same,",
      "to read, to learn from, and to run.",
      ""
    },
    footer = {
      "",
      "Examples",
      "  labrun plan scenarios/macvlan.yaml",
      "  labrun plan --as docker scenarios/macvlan.yaml >macvlan.sh && sh macvlan.sh"
    })
final class PlanCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description = "Scenario files, or folders of them.")
  private List<String> files = new ArrayList<>();

  @ArgGroup(validate = false, heading = "%nWhat is planned%n", order = 1)
  private What what = new What();

  @ArgGroup(validate = false, heading = "%nWhat is shown%n", order = 2)
  private OutputOptions output = new OutputOptions();

  @Mixin private HelpOption help;

  PlanCommand(Console console) {
    this.console = console;
  }

  /** Options of what is planned. */
  static final class What extends ShownScenarioOptions {
    @Option(
        names = "--as",
        paramLabel = "FORM",
        description = "text (the default) or docker, a script of docker commands.")
    private PlanForm form = PlanForm.text;
  }

  @Override
  public Integer call() {
    Logs.configure(output, console);
    Invocation invocation =
        new Invocation(console, output, Optional.empty(), what.values()).in(what.language());
    return new Plans(invocation, what.form).print(ScenarioFiles.find(files)).code();
  }
}
