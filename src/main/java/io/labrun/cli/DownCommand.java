package io.labrun.cli;

import io.labrun.run.StandingRun;
import io.labrun.run.StandingRuns;
import io.labrun.run.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes what stands of a scenario. */
@Command(
    name = "down",
    header = "Remove what stands of a scenario: by its file, or by the name of a run.",
    description = {
      "",
      "Finds what to remove by labels, so the file may be changed or gone. A run that",
      "another labrun is working on is not touched: stop that one first.",
      ""
    },
    footer = {
      "",
      "Examples",
      "  labrun down lab.yaml     all runs of the file that stand",
      "  labrun down lab-4f2a     one run, as labrun ls names it"
    })
final class DownCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE|RUN", description = "Scenario files or runs.")
  private List<String> names = new ArrayList<>();

  @Mixin private EngineCommonOptions common;

  DownCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Invocation invocation = common.begin(console);
    try (Engine found = invocation.connect()) {
      List<StandingRun> runs = new ArrayList<>();
      StandingFinder finder = new StandingFinder(new StandingRuns(found).list());
      for (String name : names) {
        List<StandingRun> meant = finder.named(name);
        if (meant.isEmpty() && !invocation.isQuiet()) {
          console.out().println("nothing of " + name + " stands");
        }
        runs.addAll(meant);
      }
      runs.forEach(DownCommand::refuseWhileRunning);
      return new Removal(invocation, found).remove(runs.stream().distinct().toList()).code();
    }
  }

  private static void refuseWhileRunning(StandingRun run) {
    Optional<Owner> owner = Owner.parse(run.owner());
    if (owner.isPresent() && RunState.of(run) == RunState.RUNNING) {
      throw new UseException(
          "another labrun is working on " + run.run(),
          "kill " + owner.get().pid() + "    stops it, and it removes everything itself");
    }
  }
}
