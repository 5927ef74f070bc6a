package io.labrun.docker;

import io.labrun.run.engine.Engine.Subscription;
import io.labrun.run.engine.EngineEvent;
import java.util.function.Consumer;

/** What happens on the engine, as it happens. */
final class Events {

  Events(Wire wire) {}

  Subscription subscribe(String label, String value, Consumer<EngineEvent> listener) {
    return () -> {};
  }
}
