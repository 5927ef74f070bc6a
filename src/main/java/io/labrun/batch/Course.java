package io.labrun.batch;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import io.labrun.event.FileResult;
import io.labrun.event.ScenarioRun;
import io.labrun.run.Cancellation;
import io.labrun.run.engine.EngineException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The course of a batch: begins runs as the schedule says, and watches the engines. */
final class Course {
  /** Together with two answers that do not come, an engine is missed after less than 20 s. */
  private static final long LOOK_EVERY_MILLIS = 3_000;

  private final BatchSettings settings;
  private final Lanes lanes;
  private final BatchListener listener;
  private final Cancellation work;
  private final Since clock;
  private final Map<Ticket, Cancellation> underWay = new HashMap<>();
  private final Delays delays;
  private final Breakage breakage = new Breakage();
  private final Aftermath aftermath;
  private final Absence absence;
  private Schedule schedule;
  private BatchFiles files;
  private Deadlines limits;
  private ExecutorService threads;

  Course(
      BatchSettings settings, Lanes lanes, BatchListener listener, Cancellation work, Since clock) {
    this.settings = settings;
    this.lanes = lanes;
    this.listener = listener;
    this.work = work;
    this.clock = clock;
    this.delays = new Delays(listener);
    this.aftermath = new Aftermath(lanes, clock);
    this.absence = new Absence(this, lanes, listener);
  }

  /**
   * Runs what has no result yet.
   *
   * @param results the result of each job; those that are found are put in
   */
  void run(List<Job> jobs, List<Optional<FileResult>> results) {
    List<Lane> open = lanes.open();
    listener.on(new BatchEvent.EnginesConnected(open.stream().map(Lane::address).toList()));
    schedule = new Schedule(open);
    files = new BatchFiles(jobs, results, schedule, settings, listener, work);
    files.addAll();
    threads = Executors.newCachedThreadPool(Course::thread);
    try (Deadlines clocks = new Deadlines("labrun-deadlines", 1);
        Deadlines watch = new Deadlines("labrun-watch", open.size())) {
      limits = clocks;
      limits.limit(settings.batchTimeout(), "the batch", work);
      open.forEach(lane -> watch.every(LOOK_EVERY_MILLIS, () -> watch(lane)));
      carryOut();
    } finally {
      threads.shutdown();
    }
    breakage.rethrow();
    aftermath.lookAgain(work.isAsked(), results);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "labrun-file");
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void carryOut() {
    while (true) {
      begin();
      if (underWay.isEmpty() && !absence.isOn()) {
        files.finishRest();
        return;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        work.cancel("interrupted");
      }
    }
  }

  /** Whatever goes wrong here, what is under way ends first: it has something to remove. */
  private void begin() {
    try {
      beginAll();
    } catch (RuntimeException | Error e) {
      breakOff(e);
    }
  }

  private void beginAll() {
    while (!work.isAsked() && !absence.isOn()) {
      Optional<Schedule.Start> start = schedule.next();
      schedule.takeObstacles().forEach(delays::tell);
      if (start.isEmpty()) {
        return;
      }
      Ticket ticket = start.get().ticket();
      Cancellation one = work.part();
      delays.begins(ticket);
      threads.execute(() -> carryOut(ticket, start.get().lane(), one));
      underWay.put(ticket, one);
    }
  }

  private void carryOut(Ticket ticket, Lane lane, Cancellation one) {
    Runnable rest;
    try (one) {
      rest = run(ticket, lane, one);
    } catch (RuntimeException | Error e) {
      rest = () -> breakOff(e);
    }
    end(ticket, rest);
  }

  /** Carries a run out; what is to be done with what came of it. */
  private Runnable run(Ticket ticket, Lane lane, Cancellation one) {
    Runnable inTime = limits.limit(settings.timeout(), "it", one);
    int before = lanes.breaks(lane);
    try {
      ScenarioRun run = new OneRun(ticket, lane, files.turns(ticket), clock).carryOut(one);
      inTime.run();
      if (FileRuns.isBad(run)) {
        look(lane);
      }
      boolean broke = lanes.breaks(lane) != before;
      if (broke && FileRuns.isBad(run) && !isLost(lane)) {
        absence.over(lane);
      }
      Optional<String> gone = one.cause().filter(lane.gone()::equals);
      return () -> files.ended(ticket, lane, run, broke, gone);
    } catch (EngineException e) {
      look(lane);
      return () -> unrun(ticket, e);
    } finally {
      inTime.run();
    }
  }

  private synchronized void end(Ticket ticket, Runnable rest) {
    underWay.remove(ticket);
    schedule.ended(ticket);
    try {
      rest.run();
    } catch (RuntimeException | Error e) {
      breakOff(e);
    } finally {
      notifyAll();
    }
  }

  /** Of a single file there is nothing else to tell. */
  private void unrun(Ticket ticket, EngineException why) {
    if (files.isOne()) {
      breakOff(why);
    } else {
      files.unrun(ticket, why.getMessage());
    }
  }

  private synchronized void breakOff(Throwable why) {
    breakage.note(why);
    work.cancel("a mistake in labrun itself");
  }

  private void watch(Lane lane) {
    try {
      look(lane);
    } catch (RuntimeException | Error e) {
      breakOff(e);
    }
  }

  /** Looks whether an engine is still there, unless nothing is done on it. */
  private void look(Lane lane) {
    if (isUsed(lane) && !lanes.answers(lane)) {
      if (isLast(lane)) {
        absence.await(lane, () -> lose(lane));
      } else {
        lose(lane);
      }
    }
  }

  private synchronized boolean isLost(Lane lane) {
    return schedule.isLost(lane);
  }

  private synchronized boolean isLast(Lane lane) {
    return schedule.isLast(lane);
  }

  /**
   * What is on it is stopped. Where another engine is left, nobody waits for this one any more; the
   * last one is given all its time: to remove what it has is all that can still be done.
   */
  private synchronized void lose(Lane lane) {
    if (schedule.isLost(lane)) {
      return;
    }
    schedule.lose(lane);
    schedule.on(lane).stream()
        .flatMap(ticket -> Optional.ofNullable(underWay.get(ticket)).stream())
        .forEach(one -> one.cancel(lane.gone()));
    if (schedule.hasEngine()) {
      if (!work.isAsked()) {
        listener.on(new BatchEvent.EngineLost(lane.address()));
      }
      lanes.giveUp(lane, lane.gone());
      aftermath.givenUp(lane);
    } else {
      work.cancel(lane.gone());
    }
  }

  private synchronized boolean isUsed(Lane lane) {
    return !schedule.isLost(lane) && !schedule.on(lane).isEmpty();
  }
}
