package io.labrun.cli;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Problem;
import io.labrun.files.FileFault;
import io.labrun.report.EngineWay;
import io.labrun.report.file.ReportHead;
import io.labrun.run.engine.NoEngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntSupplier;

/**
 * The reports that were asked for, written once, whatever the end: one of an earlier batch never
 * stays in the place of one that could not be run.
 */
final class ReportFiles {
  private final List<ReportFile> files;
  private final Console console;
  private ReportHead head;
  private final Instant started = Instant.now();
  private final Map<Integer, FileResult> finished = new TreeMap<>();
  private List<String> names = List.of();
  private boolean written;

  /**
   * Reports in files or on standard output.
   *
   * @param head what they say of themselves
   */
  ReportFiles(List<ReportFile> files, Console console, ReportHead head) {
    this.files = List.copyOf(files);
    this.console = console;
    this.head = head;
  }

  /** Notes how commands in them get to an engine, by its address as a run names it. */
  synchronized void on(Function<String, EngineWay> ways) {
    head = head.on(ways);
  }

  /** Where all else is shown: on standard error, if a report has standard output to itself. */
  Console shown() {
    return files.stream().anyMatch(ReportFile::isStandardOutput)
        ? console.onStandardError()
        : console;
  }

  /**
   * Looks before anything is run whether they can be written, as far as that can be known.
   *
   * @throws UseException if not
   */
  void check() {
    Set<Path> taken = new HashSet<>();
    for (ReportFile one : files) {
      if (!taken.add(one.isStandardOutput() ? one.file() : one.whole())) {
        String where = one.isStandardOutput() ? "standard output" : "`" + one.file() + "`";
        throw new UseException("two reports cannot both go to " + where + "; nothing was run");
      }
      if (!one.isStandardOutput()) {
        one.obstacle().ifPresent(why -> refuse(one, why));
      }
    }
  }

  /** Looks that no report takes the place of a scenario that is read. */
  synchronized void spare(List<Path> scenarios) {
    for (ReportFile one : files) {
      if (one.isOneOf(scenarios)) {
        written = true; // For none of them: what is there is not ours.
        refuse(one, "it is one of the scenarios");
      }
    }
  }

  private static void refuse(ReportFile one, String why) {
    throw new UseException(
        "the report `" + one.file() + "` cannot be written: " + why + "; nothing was run");
  }

  /** Whether one of them shows what stood at the end of each run. */
  boolean needsSnapshot() {
    return files.stream().anyMatch(file -> file.kind().needsSnapshot());
  }

  /** Notes what is known already, for the case that the batch ends before its time. */
  synchronized void on(BatchEvent event) {
    if (event instanceof BatchEvent.BatchStarted begun) {
      names = begun.files();
    } else if (event instanceof BatchEvent.FileFinished ended) {
      finished.put(ended.index(), ended.result());
    }
  }

  /** Writes all of them; whether that worked: if not, it is said on standard error why. */
  synchronized boolean write(BatchResult batch) {
    if (written) {
      return true;
    }
    written = true;
    boolean good = true;
    RuntimeException mistake = null;
    for (ReportFile one : files) {
      try {
        one.write(batch, head, console.data());
      } catch (IOException e) {
        good = false;
        String why = "the report `" + one.file() + "` could not be written: " + FileFault.reason(e);
        new Failures(console).tell(why, List.of());
      } catch (RuntimeException e) {
        mistake = e;
      }
    }
    if (mistake != null) {
      throw mistake;
    }
    return good;
  }

  /** Does what they tell of; if that breaks off, they tell so. */
  int during(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (RuntimeException | Error e) {
      broken(e);
      throw e;
    }
  }

  /** Writes that the batch broke off, if nothing was written yet. */
  private void broken(Throwable why) {
    Problem problem = Problem.of(String.valueOf(why.getMessage()));
    if (why instanceof NoEngineException none) {
      problem = problem.details(none.tried());
    }
    ended(problem);
  }

  /** Writes that the batch ended before its time, if nothing was written yet. */
  synchronized void ended(Problem why) {
    List<FileResult> all = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      all.add(finished.getOrDefault(i, FileResult.unrun(names.get(i), why)));
    }
    Duration time = Duration.between(started, Instant.now());
    write(new BatchResult(all, started, time, Optional.of(why.what())));
  }
}
