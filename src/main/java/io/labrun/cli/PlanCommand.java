package io.labrun.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private FilesParameter files;

  @ArgGroup(validate = false, heading = "%nWhat is planned%n", order = 1)
  private What what = new What();

  @Mixin private CommonOptions common;

  PlanCommand(Console console) {
    this.console = console;
  }

  /** Options of what is planned. */
  static final class What extends ScenarioOptions {
    @Option(
        names = "--as",
        paramLabel = "FORM",
        description = "text (the default) or docker, a script of docker commands.")
    private PlanForm form = PlanForm.text;
  }

  @Override
  public Integer call() {
    Found found = files.find();
    Invocation invocation = common.begin(console, what);
    invocation.tell(found.shortly());
    return new Plans(invocation, what.form).print(found.files()).code();
  }
}
