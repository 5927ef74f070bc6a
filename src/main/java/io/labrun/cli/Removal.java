package io.labrun.cli;

import io.labrun.event.Leftover;
import io.labrun.report.RemovalReport;
import io.labrun.run.StandingRun;
import io.labrun.run.StandingRuns;
import io.labrun.run.engine.Engine;
import io.labrun.source.Printable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Removes runs that stand, and says so. */
final class Removal {
  private final Invocation invocation;
  private final StandingRuns standing;
  private final String url;

  Removal(Invocation invocation, Engine engine) {
    this.invocation = invocation;
    this.standing = new StandingRuns(engine);
    this.url = engine.facts().url();
  }

  /** Removes runs one after another, each to the end. */
  ExitStatus remove(List<StandingRun> runs) {
    ExitStatus status = ExitStatus.PASSED;
    for (StandingRun run : runs) {
      if (!remove(run).isEmpty()) {
        status = ExitStatus.LEFTOVERS;
      }
    }
    return status;
  }

  private List<Leftover> remove(StandingRun run) {
    RemovalReport report = new RemovalReport(invocation.reportSettings());
    long start = System.nanoTime();
    List<Leftover> left = standing.remove(run, report);
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    invocation.print(report.finished(run.run().toString(), time, left));
    invocation.print(elsewhere(run));
    return left;
  }

  /** One engine is looked at; where else something of the run may stand its labels say. */
  private List<String> elsewhere(StandingRun run) {
    return run.machines().stream()
        .filter(machine -> !machine.equals(url) && !invocation.isQuiet())
        .map(machine -> Suggestion.on(Optional.of(machine), "labrun down " + run.run()))
        .map(command -> "  elsewhere   " + Printable.line(command))
        .toList();
  }
}
