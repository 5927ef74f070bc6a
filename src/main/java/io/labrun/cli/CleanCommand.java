package io.labrun.cli;

import io.labrun.report.StandingText;
import io.labrun.run.StandingRun;
import io.labrun.run.StandingRuns;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.NoEngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes runs that nobody needs any more. */
@Command(
    name = "clean",
    header = "Remove what runs have left behind whose labrun is gone.",
    description = {
      "",
      "Only what carries labrun's labels is ever touched, and without --all only runs"
          + " whose labrun ran on this machine and is gone for sure. With --all also runs that"
          + " were kept on purpose or made elsewhere; then labrun shows them and asks. A run that"
          + " a labrun is working on is never touched. Private engines whose labrun is gone go"
          + " with all that is on them, and so do the copies of submissions that a labrun grade"
          + " made here which was killed.",
      ""
    })
final class CleanCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = {"-a", "--all"},
      description = "Kept runs too, and those of which nothing is known here.")
  private boolean all;

  @Option(
      names = {"-y", "--yes"},
      description = "With --all: don't ask.")
  private boolean yes;

  @Mixin private EngineCommonOptions common;

  CleanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Invocation invocation = common.begin(console);
    OwnEngine.clean(console.env())
        .forEach(name -> say(invocation, "removed the private engine " + name));
    SubmissionCopies copies = new SubmissionCopies(invocation);
    ExitStatus status;
    try (Engine found = invocation.connect()) {
      status = clean(invocation, found, copies.isEmpty());
    } catch (NoEngineException e) {
      copies.remove();
      throw e;
    }
    // Only now: a container may have written there as long as it ran.
    return ExitStatus.worst(List.of(status, copies.remove())).code();
  }

  private ExitStatus clean(Invocation invocation, Engine found, boolean nothingElse) {
    List<StandingRun> runs =
        new StandingRuns(found)
            .list().stream().filter(run -> isMeant(RunState.of(run), all)).toList();
    if (runs.isEmpty()) {
      if (nothingElse) {
        say(invocation, "nothing to remove");
      }
      return ExitStatus.PASSED;
    }
    boolean harmless = runs.stream().allMatch(run -> RunState.of(run) == RunState.ORPHANED);
    if (!harmless && !yes && !asked(runs, invocation)) {
      console.out().println("nothing was removed");
      return ExitStatus.PASSED;
    }
    return new Removal(invocation, found).remove(runs);
  }

  private void say(Invocation invocation, String line) {
    if (!invocation.isQuiet()) {
      console.out().println(line);
    }
  }

  /** Whether runs in a state are removed. */
  static boolean isMeant(RunState state, boolean all) {
    return switch (state) {
      case ORPHANED -> true;
      case KEPT, UNKNOWN -> all;
      case RUNNING -> false;
    };
  }

  private boolean asked(List<StandingRun> runs, Invocation invocation) {
    if (!console.terminal().in() || !console.terminal().out()) {
      throw new UseException(
          "there is nobody to ask whether kept runs may go", "labrun clean --all --yes");
    }
    invocation.print(
        new StandingText(invocation.reportSettings())
            .render(runs.stream().map(LsCommand::row).toList()));
    console.out().print("Remove all of these? [y/N] ");
    console.out().flush();
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
      String answer = reader.readLine();
      return answer != null
          && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
