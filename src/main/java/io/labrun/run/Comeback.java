package io.labrun.run;

import io.labrun.run.engine.Engine;
import java.time.Duration;

/** Waits for an engine that does not answer any more, since it may just be started again. */
final class Comeback {
  /** To be stopped with its containers and started again takes an engine less than that. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** One that is being stopped still answers for a moment. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Engine engine;
  private Stopwatch watch;

  Comeback(Engine engine) {
    this.engine = engine;
  }

  /** Whether it is worth another try; not once all the patience there is was spent. */
  boolean await() {
    watch = watch == null ? new Stopwatch() : watch;
    Duration left = PATIENCE.minus(watch.elapsed());
    return !left.isNegative() && pause() && engine.answersWithin(left);
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
