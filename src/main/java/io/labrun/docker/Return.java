package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import java.time.Duration;

/** Waits for an engine that is away. */
final class Return {
  private static final Duration PING = Duration.ofSeconds(7);

  private final Wire wire;

  Return(Wire wire) {
    this.wire = wire;
  }

  /** Whether it answers, asked at least once; nobody waits for one that was given up. */
  boolean within(Duration bound) {
    Patience patience = new Patience(bound);
    try {
      while (!answers()) {
        if (wire.bounded().isGivenUp() || !patience.pause()) {
          return false;
        }
      }
      return true;
    } catch (EngineException e) {
      return false;
    }
  }

  private boolean answers() {
    try {
      wire.ping(PING);
      return true;
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.INTERRUPTED) {
        throw e;
      }
      return false;
    }
  }
}
