package io.labrun.docker;

import io.labrun.run.engine.Engine.Subscription;
import io.labrun.run.engine.EngineEvent;
import io.labrun.run.engine.EngineException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What happens on the engine, as it happens.
 *
 * <p>The engine sends its answer's head before it has begun to listen, so an event right after that
 * could be lost. Asking for everything since the engine's own time of a moment before closes the
 * gap: the engine keeps the last 256 events.
 */
final class Events {
  private final Wire wire;

  Events(Wire wire) {
    this.wire = wire;
  }

  Subscription subscribe(String label, String value, Consumer<EngineEvent> listener) {
    String filter =
        Paths.segment(
            wire.json()
                .write(Map.of("label", List.of(value.isEmpty() ? label : label + "=" + value))));
    EventStream stream = new EventStream(wire, filter, now(), listener);
    stream.open();
    return stream;
  }

  /** The engine's clock in seconds: ours may differ. */
  BigDecimal now() {
    String time = Json.text(wire.object("/info"), "SystemTime");
    try {
      Instant instant = Instant.parse(time);
      return BigDecimal.valueOf(instant.getEpochSecond())
          .add(BigDecimal.valueOf(instant.getNano(), 9));
    } catch (DateTimeParseException e) {
      throw new EngineException(
          EngineException.Kind.FAILED, "the engine says no time: \"" + time + "\"");
    }
  }
}
