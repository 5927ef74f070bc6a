package io.labrun.batch;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The time in which the only engine of a batch, or the last, is away. Nobody can stand in for it,
 * and it may just be started again, so it is waited for.
 */
final class Absence {
  private final Object lock;
  private final Lanes lanes;
  private final BatchListener listener;
  private final Map<Lane, Integer> told = new HashMap<>();
  private boolean on;

  /**
   * No absence yet.
   *
   * @param lock guards it; who waits there hears of its end
   */
  Absence(Object lock, Lanes lanes, BatchListener listener) {
    this.lock = lock;
    this.lanes = lanes;
    this.listener = listener;
  }

  /** Whether an engine is away, so that nothing begins. */
  boolean isOn() {
    synchronized (lock) {
      return on;
    }
  }

  /**
   * Waits for an engine that does not answer; where another thread does so already, for that.
   *
   * @param lose what to do if it does not come back
   */
  void await(Lane lane, Runnable lose) {
    if (!begins()) {
      return;
    }
    try {
      listener.on(new BatchEvent.EngineAway(lane.address()));
      if (lanes.returns(lane)) {
        over(lane);
      } else {
        lose.run();
      }
    } finally {
      end();
    }
  }

  /** Tells once each time that one is back, also of one that was away too shortly to be missed. */
  void over(Lane lane) {
    synchronized (lock) {
      int breaks = lanes.breaks(lane);
      if (!Objects.equals(told.put(lane, breaks), breaks)) {
        listener.on(new BatchEvent.EngineBack(lane.address()));
      }
    }
  }

  /** Whether this thread is the first to miss it; the others wait until it is back or lost. */
  private boolean begins() {
    synchronized (lock) {
      boolean first = !on;
      on = true;
      while (!first && on) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return first;
    }
  }

  private void end() {
    synchronized (lock) {
      on = false;
      lock.notifyAll();
    }
  }
}
