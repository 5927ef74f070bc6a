package io.labrun.cli;

import io.labrun.event.Leftover;
import io.labrun.event.RunEvent;
import io.labrun.grade.AbandonedDesks;
import io.labrun.report.RemovalReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a grading that was killed had copied on this machine. */
final class SubmissionCopies {
  private final Invocation invocation;
  private final List<Path> folders;

  /** Looks for it. */
  SubmissionCopies(Invocation invocation) {
    this.invocation = invocation;
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    this.folders = AbandonedDesks.find(temporary, Owner::mayRun);
  }

  /** Whether there is nothing. */
  boolean isEmpty() {
    return folders.isEmpty();
  }

  /** Removes it, and says so; nothing where there is nothing. */
  ExitStatus remove() {
    if (isEmpty()) {
      return ExitStatus.PASSED;
    }
    RemovalReport report = new RemovalReport(invocation.reportSettings());
    long start = System.nanoTime();
    List<Leftover> left = new ArrayList<>();
    for (Path folder : folders) {
      AbandonedDesks.remove(folder)
          .ifPresentOrElse(
              left::add, () -> report.on(new RunEvent.Removed("folder", folder.toString())));
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    invocation.print(report.finished("copies of submissions", time, left));
    return left.isEmpty() ? ExitStatus.PASSED : ExitStatus.LEFTOVERS;
  }
}
