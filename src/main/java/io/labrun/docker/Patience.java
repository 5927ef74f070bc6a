package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import java.time.Duration;

/** Waits for something that has no event: in growing steps, up to a bound. */
final class Patience {
  private static final long FIRST_MILLIS = 5;
  private static final long LONGEST_MILLIS = 400;

  private final long end;
  private long step = FIRST_MILLIS;

  Patience(Duration bound) {
    end = System.nanoTime() + bound.toNanos();
  }

  /**
   * Waits a step.
   *
   * @return false at once if the bound is reached
   * @throws EngineException of kind INTERRUPTED if the thread is interrupted
   */
  boolean pause() {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      return false;
    }
    try {
      Thread.sleep(Math.min(step, left));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(EngineException.Kind.INTERRUPTED, "the waiting was interrupted");
    }
    step = Math.min(2 * step, LONGEST_MILLIS);
    return true;
  }
}
