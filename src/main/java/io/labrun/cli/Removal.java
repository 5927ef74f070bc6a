package io.labrun.cli;

import io.labrun.event.Leftover;
import io.labrun.report.RemovalReport;
import io.labrun.run.StandingRun;
import io.labrun.run.StandingRuns;
import io.labrun.run.engine.Engine;
import java.time.Duration;
import java.util.List;

/** Removes runs that stand, and says so. */
final class Removal {
  private final Invocation invocation;
  private final StandingRuns standing;

  Removal(Invocation invocation, Engine engine) {
    this.invocation = invocation;
    this.standing = new StandingRuns(engine);
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
    return left;
  }
}
