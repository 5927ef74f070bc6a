package io.labrun.run;

import io.labrun.plan.Step;
import io.labrun.plan.StepId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Carries steps out, each as soon as those it comes after are done.
 *
 * <p>After the first failure nothing new begins; what is under way is waited for, so that
 * afterwards nothing is being made any more.
 */
final class StepExecutor {
  private final Workers workers;
  private final Predicate<StepId> work;
  private final Set<StepId> begun = new HashSet<>();
  private final Set<StepId> done = new HashSet<>();
  private int underWay;
  private boolean failed;
  private Throwable broken;

  /**
   * An executor.
   *
   * @param work carries one step out; false means that it failed and nothing new shall begin
   */
  StepExecutor(Workers workers, Predicate<StepId> work) {
    this.workers = workers;
    this.work = work;
  }

  /** Carries all steps out and waits for them; false if one failed. */
  synchronized boolean execute(List<Step> steps) {
    while (true) {
      startReady(steps);
      if (underWay == 0) {
        rethrow();
        return !failed;
      }
      awaitChange();
    }
  }

  private void startReady(List<Step> steps) {
    for (Step step : steps) {
      if (!failed && !begun.contains(step.id()) && done.containsAll(step.after())) {
        begun.add(step.id());
        underWay++;
        workers.start(() -> carryOut(step.id()));
      }
    }
  }

  private void carryOut(StepId step) {
    boolean succeeded = false;
    Throwable thrown = null;
    try {
      succeeded = work.test(step);
    } catch (RuntimeException | Error e) {
      thrown = e;
    }
    ended(step, succeeded, thrown);
  }

  private synchronized void ended(StepId step, boolean succeeded, Throwable thrown) {
    underWay--;
    failed |= !succeeded;
    broken = broken == null ? thrown : broken;
    if (succeeded) {
      done.add(step);
    }
    notifyAll();
  }

  private void awaitChange() {
    try {
      wait();
    } catch (InterruptedException e) {
      failed = true;
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
