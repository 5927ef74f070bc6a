package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import java.time.Duration;

/** Waits for an engine that is away. */
final class Return {
  private static final Duration PING = Duration.ofSeconds(7);

  private final Wire wire;
  private final Facts facts;

  Return(Wire wire, Facts facts) {
    this.wire = wire;
    this.facts = facts;
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
      return facts.isTheSame();
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.INTERRUPTED) {
        throw e;
      }
      return false;
    }
  }
}
