package io.labrun.batch;

import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioRun;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What is known of the runs of one file, and whether it has to be run again. */
final class FileRuns {
  private final Job job;
  private final BatchSettings settings;
  private final Map<Integer, ScenarioRun> done = new TreeMap<>();
  private final Set<Integer> lost = new HashSet<>();
  private final Set<Integer> moved = new HashSet<>();
  private Optional<Problem> unrun = Optional.empty();
  private int planned;

  FileRuns(Job job, BatchSettings settings) {
    this.job = job;
    this.settings = settings;
  }

  Job job() {
    return job;
  }

  /** The number of its next run, from 0. */
  int plan() {
    return planned++;
  }

  /** The number of the run that takes the place of one whose engine is gone. */
  int planAgain() {
    moved.add(planned);
    return plan();
  }

  /** A run has ended. */
  void add(int run, ScenarioRun result) {
    done.put(run, result);
  }

  /** A run has ended because its engine is gone: it decides nothing. */
  void addLost(int run, ScenarioRun result) {
    done.put(run, result);
    lost.add(run);
  }

  /** A run could not even begin. */
  void addUnrun(int run, Problem why) {
    lost.add(run);
    unrun = Optional.of(why);
  }

  /** Whether a run whose engine is gone may be done again elsewhere: once. */
  boolean mayMove(int run) {
    return !moved.contains(run);
  }

  /** Whether it is to be run again because its last run did not pass. */
  boolean isToRetry(ScenarioRun last) {
    int counted = planned - lost.size();
    return counted <= settings.retries() && isBad(last);
  }

  /** Whether a run ended badly: those that were skipped, refused or stopped did not. */
  static boolean isBad(ScenarioRun run) {
    Outcome outcome = run.result().outcome();
    return outcome == Outcome.FAILED || outcome == Outcome.ERROR;
  }

  /** Whether nothing of it is under way or waits. */
  boolean isOver() {
    Set<Integer> ended = new HashSet<>(lost);
    ended.addAll(done.keySet());
    return planned > 0 && ended.size() == planned;
  }

  /** Whether any run of it has ended or was tried. */
  boolean hasRun() {
    return !done.isEmpty() || unrun.isPresent();
  }

  /** What came of it; one of its runs must have ended or been tried. */
  FileResult result() {
    if (done.isEmpty()) {
      return FileResult.unrun(job.file(), unrun.orElseThrow());
    }
    List<ScenarioRun> runs = List.copyOf(done.values());
    return new FileResult(job.file(), List.of(), Optional.empty(), runs, deciding());
  }

  private int deciding() {
    List<Integer> numbers = new ArrayList<>(done.keySet());
    if (settings.repeat() > 1) {
      for (int number : numbers) {
        boolean passed = done.get(number).result().outcome() == Outcome.PASSED;
        if (!passed && !lost.contains(number)) {
          return numbers.indexOf(number);
        }
      }
    }
    return numbers.size() - 1;
  }
}
