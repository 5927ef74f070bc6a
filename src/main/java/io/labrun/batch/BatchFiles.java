package io.labrun.batch;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioRun;
import io.labrun.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a batch, and what follows from each of their runs; for one thread at a time. */
final class BatchFiles {
  private final List<FileRuns> all = new ArrayList<>();
  private final List<Turns> turns = new ArrayList<>();
  private final List<Optional<FileResult>> results;
  private final Schedule schedule;
  private final BatchSettings settings;
  private final BatchListener listener;
  private final Cancellation work;

  /**
   * Files.
   *
   * @param results the result of each, if it is known already; those that are found are put in
   * @param schedule where their runs wait
   * @param work ends the whole batch
   */
  BatchFiles(
      List<Job> jobs,
      List<Optional<FileResult>> results,
      Schedule schedule,
      BatchSettings settings,
      BatchListener listener,
      Cancellation work) {
    this.results = results;
    this.schedule = schedule;
    this.settings = settings;
    this.listener = listener;
    this.work = work;
    for (Job job : jobs) {
      all.add(new FileRuns(job, settings));
      turns.add(new Turns(listener));
    }
  }

  /** Lets all runs wait that are known to be needed. */
  void addAll() {
    for (int index = 0; index < all.size(); index++) {
      for (int i = 0; i < settings.repeat() && results.get(index).isEmpty(); i++) {
        schedule.add(ticket(index, all.get(index).plan()));
      }
    }
    schedule.longestFirst();
  }

  private Ticket ticket(int index, int run) {
    Job job = all.get(index).job();
    return new Ticket(index, run, job.plan(), job.usualTime());
  }

  /** Whether there is but one. */
  boolean isOne() {
    return all.size() == 1;
  }

  /** In whose turn a run's events are told. */
  Turns turns(Ticket ticket) {
    return turns.get(ticket.file());
  }

  /**
   * A run has ended.
   *
   * @param broke whether the engine was not there meanwhile
   * @param gone that it was stopped because its engine is gone; empty if it was not
   */
  void ended(Ticket ticket, Lane lane, ScenarioRun run, boolean broke, Optional<String> gone) {
    FileRuns file = all.get(ticket.file());
    boolean isLost = schedule.isLost(lane);
    boolean undone = (isLost || broke) && (gone.isPresent() || FileRuns.isBad(run));
    if (undone && mayMove(ticket)) {
      String why = gone.orElse(isLost ? lane.gone() : lane.wasAway());
      file.addLost(ticket.run(), OneRun.with(Outcome.INTERRUPTED, why, run));
      schedule.addFirst(ticket(ticket.file(), file.planAgain()));
    } else if (gone.isPresent()) {
      file.add(ticket.run(), OneRun.with(Outcome.ERROR, gone.get(), run));
    } else {
      file.add(ticket.run(), run);
      follow(ticket, file, run);
    }
    finishIfOver(ticket);
  }

  /** A run could not even begin. */
  void unrun(Ticket ticket, String why) {
    FileRuns file = all.get(ticket.file());
    file.addUnrun(ticket.run(), Problem.of(why));
    if (mayMove(ticket)) {
      schedule.addFirst(ticket(ticket.file(), file.planAgain()));
    }
    finishIfOver(ticket);
  }

  /** Whether a run whose engine is gone, or was for a while, is done again. */
  private boolean mayMove(Ticket ticket) {
    boolean may = all.get(ticket.file()).mayMove(ticket.run());
    return may && schedule.hasEngine() && !work.isAsked();
  }

  private void follow(Ticket ticket, FileRuns file, ScenarioRun run) {
    if (file.isToRetry(run) && !work.isAsked()) {
      schedule.addFirst(ticket(ticket.file(), file.plan()));
    } else if (settings.failFast() && FileRuns.isBad(run)) {
      work.cancel(failFast(file.job().file() + "` did not pass"));
    }
  }

  /** Why the rest is not run after a file that did not pass. */
  static String failFast(String what) {
    return "`" + what + ", and --fail-fast ends the batch there";
  }

  private void finishIfOver(Ticket ticket) {
    if (all.get(ticket.file()).isOver()) {
      finish(ticket.file());
    }
  }

  private void finish(int index) {
    FileResult result = all.get(index).result();
    results.set(index, Optional.of(result));
    turns.get(index).over();
    listener.on(new BatchEvent.FileFinished(index, result));
  }

  /** Those whose further runs were not begun any more have a result all the same. */
  void finishRest() {
    for (int index = 0; index < all.size(); index++) {
      if (results.get(index).isEmpty() && all.get(index).hasRun()) {
        finish(index);
      }
    }
  }
}
