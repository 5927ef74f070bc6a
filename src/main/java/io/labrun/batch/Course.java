package io.labrun.batch;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioRun;
import io.labrun.run.Cancellation;
import io.labrun.run.engine.EngineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The course of a batch: begins runs as the schedule says, and decides what follows from each. */
final class Course {
  private static final long LOOK_EVERY_MILLIS = 5_000;

  private final BatchSettings settings;
  private final Lanes lanes;
  private final BatchListener listener;
  private final Cancellation work;
  private final Since clock;
  private final List<FileRuns> files = new ArrayList<>();
  private final List<Turns> turns = new ArrayList<>();
  private final Map<Ticket, Cancellation> underWay = new HashMap<>();
  private final Set<List<Integer>> toldDelays = new HashSet<>();
  private List<Optional<FileResult>> results;
  private Schedule schedule;
  private Deadlines deadlines;
  private ExecutorService threads;
  private Throwable broken;

  Course(
      BatchSettings settings, Lanes lanes, BatchListener listener, Cancellation work, Since clock) {
    this.settings = settings;
    this.lanes = lanes;
    this.listener = listener;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Runs what has no result yet.
   *
   * @param all the result of each job; those that are found are put in
   */
  void run(List<Job> jobs, List<Optional<FileResult>> all) {
    results = all;
    List<Lane> open = lanes.open();
    schedule = new Schedule(open);
    for (int index = 0; index < jobs.size(); index++) {
      files.add(new FileRuns(jobs.get(index), settings));
      turns.add(new Turns(listener));
      for (int i = 0; i < settings.repeat() && all.get(index).isEmpty(); i++) {
        schedule.add(ticket(index, files.get(index).plan()));
      }
    }
    schedule.longestFirst();
    threads = Executors.newCachedThreadPool(Course::thread);
    try (Deadlines limits = new Deadlines("labrun-deadlines");
        Deadlines watch = new Deadlines("labrun-watch")) {
      deadlines = limits;
      limits.limit(settings.batchTimeout(), "the batch", work);
      if (open.size() > 1) {
        watch.every(LOOK_EVERY_MILLIS, () -> open.forEach(this::look));
      }
      carryOut();
    } finally {
      threads.shutdown();
    }
    rethrow();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "labrun-file");
    thread.setDaemon(true);
    return thread;
  }

  private Ticket ticket(int index, int run) {
    Job job = files.get(index).job();
    return new Ticket(index, run, job.plan(), job.usualTime());
  }

  private synchronized void carryOut() {
    while (true) {
      beginAll();
      if (underWay.isEmpty()) {
        finishRest();
        return;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        work.cancel("interrupted");
      }
    }
  }

  private void beginAll() {
    while (!work.isAsked()) {
      Optional<Schedule.Start> start = schedule.next();
      schedule.takeObstacles().forEach(this::tellDelay);
      if (start.isEmpty()) {
        return;
      }
      Ticket ticket = start.get().ticket();
      Cancellation one = work.part();
      underWay.put(ticket, one);
      threads.execute(() -> carryOut(ticket, start.get().lane(), one));
    }
  }

  private void tellDelay(Ticket ticket, Schedule.Obstacle obstacle) {
    int behind = obstacle.other().file();
    if (ticket.file() != behind && toldDelays.add(List.of(ticket.file(), behind))) {
      listener.on(new BatchEvent.FileDelayed(ticket.file(), behind, obstacle.why()));
    }
  }

  private void carryOut(Ticket ticket, Lane lane, Cancellation one) {
    Runnable inTime = deadlines.limit(settings.timeout(), "it", one);
    try {
      ScenarioRun run = new OneRun(ticket, lane, turns.get(ticket.file()), clock).carryOut(one);
      inTime.run();
      if (FileRuns.isBad(run)) {
        look(lane);
      }
      ended(ticket, lane, run, one.cause().equals(Optional.of(gone(lane))));
    } catch (EngineException e) {
      look(lane);
      unrun(ticket, e);
    } catch (RuntimeException | Error e) {
      broken(ticket, e);
    } finally {
      inTime.run();
      one.close();
    }
  }

  /** Looks whether an engine is still there, unless nothing is done on it. */
  private void look(Lane lane) {
    if (!isUsed(lane) || lanes.answers(lane)) {
      return;
    }
    synchronized (this) {
      schedule.lose(lane);
      schedule.on(lane).stream()
          .flatMap(ticket -> Optional.ofNullable(underWay.get(ticket)).stream())
          .forEach(one -> one.cancel(gone(lane)));
      if (!schedule.hasEngine()) {
        work.cancel(gone(lane));
      }
    }
  }

  private synchronized boolean isUsed(Lane lane) {
    return !schedule.isLost(lane) && !schedule.on(lane).isEmpty();
  }

  private static String gone(Lane lane) {
    return "the engine " + lane.address() + " does not answer any more";
  }

  private synchronized void ended(Ticket ticket, Lane lane, ScenarioRun run, boolean cut) {
    FileRuns file = files.get(ticket.file());
    boolean lost = schedule.isLost(lane) && (cut || FileRuns.isBad(run));
    if (lost && mayMove(ticket)) {
      file.addLost(ticket.run(), OneRun.with(Outcome.INTERRUPTED, gone(lane), run));
      schedule.addFirst(ticket(ticket.file(), file.planAgain()));
    } else if (cut) {
      file.add(ticket.run(), OneRun.with(Outcome.ERROR, gone(lane), run));
    } else {
      file.add(ticket.run(), run);
      follow(ticket, file, run);
    }
    end(ticket);
  }

  /** Whether a run whose engine is gone is done again elsewhere. */
  private boolean mayMove(Ticket ticket) {
    boolean may = files.get(ticket.file()).mayMove(ticket.run());
    return may && schedule.hasEngine() && !work.isAsked() && broken == null;
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

  private synchronized void unrun(Ticket ticket, EngineException why) {
    if (files.size() == 1 && broken == null) {
      broken = why;
    }
    FileRuns file = files.get(ticket.file());
    file.addUnrun(ticket.run(), Problem.of(why.getMessage()));
    if (mayMove(ticket)) {
      schedule.addFirst(ticket(ticket.file(), file.planAgain()));
    }
    end(ticket);
  }

  private synchronized void broken(Ticket ticket, Throwable why) {
    broken = broken == null ? why : broken;
    work.cancel("a mistake in labrun itself");
    end(ticket);
  }

  private void end(Ticket ticket) {
    underWay.remove(ticket);
    schedule.ended(ticket);
    if (files.get(ticket.file()).isOver()) {
      finish(ticket.file());
    }
    notifyAll();
  }

  private void finish(int index) {
    FileResult result = files.get(index).result();
    results.set(index, Optional.of(result));
    listener.on(new BatchEvent.FileFinished(index, result));
  }

  /** Those whose further runs were not begun any more have a result all the same. */
  private void finishRest() {
    for (int index = 0; index < files.size(); index++) {
      if (results.get(index).isEmpty() && files.get(index).hasRun()) {
        finish(index);
      }
    }
  }

  private void rethrow() {
    if (broken instanceof Error error) {
      throw error;
    }
    if (broken instanceof RuntimeException unchecked) {
      throw unchecked;
    }
  }
}
