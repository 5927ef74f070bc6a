package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has Podman run the health checks that are overdue.
 *
 * <p>Podman leaves them to timers of systemd. Where its machine has no systemd, a container would
 * be {@code starting} for ever; Podman runs a check when it is asked to, and then tells of it as
 * usual, in the container's state and as an event.
 */
final class HealthChecks {
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(30);
  private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

  /** By so much systemd may be late. */
  private static final Duration SLACK = Duration.ofMillis(500);

  private final Wire wire;
  private final Set<String> watched = ConcurrentHashMap.newKeySet();

  HealthChecks(Wire wire) {
    this.wire = wire;
  }

  /**
   * From now on sees to a container's health checks, until it ends.
   *
   * @param container what the engine just said of it; one without a health check, or that does not
   *     run, is left alone
   */
  void watch(Map<String, Object> container) {
    String id = Json.text(container, "Id");
    if (isWatchable(container) && watched.add(id)) {
      wire.bounded().start(() -> watch(id, container));
    }
  }

  private static boolean isWatchable(Map<String, Object> container) {
    List<Object> test = Json.list(Json.map(container, "Config", "Healthcheck"), "Test");
    boolean has = !test.isEmpty() && !test.get(0).equals("NONE");
    return has && Boolean.TRUE.equals(Json.map(container, "State").get("Running"));
  }

  private Void watch(String id, Map<String, Object> first) throws InterruptedException {
    try {
      Map<String, Object> container = first;
      while (isWatchable(container)) {
        Duration wait = untilDue(container);
        if (wait.isNegative() || wait.isZero()) {
          run(id, container);
        } else {
          Thread.sleep(wait.toMillis() + 1);
        }
        container = wire.object("/containers/" + Paths.segment(id) + "/json");
      }
    } catch (EngineException e) {
      // It is gone, or the engine is: whoever waits for it will be told.
    } finally {
      watched.remove(id);
    }
    return null;
  }

  private void run(String id, Map<String, Object> container) {
    Duration limit = setting(container, "Timeout", USUAL_TIMEOUT).plus(Wire.USUAL);
    wire.podmans(limit, "/containers/" + Paths.segment(id) + "/healthcheck");
  }

  /**
   * The first check is due an interval after the start, each other one after the last one's end.
   */
  private static Duration untilDue(Map<String, Object> container) {
    Map<String, Object> state = Json.map(container, "State");
    List<Object> log = Json.list(Json.map(state, "Health"), "Log");
    String last =
        Json.maps(log).stream()
            .reduce((earlier, later) -> later)
            .map(entry -> Json.text(entry, "End"))
            .orElseGet(() -> Json.text(state, "StartedAt"));
    Duration interval = setting(container, "Interval", USUAL_INTERVAL);
    try {
      return Duration.between(Instant.now(), Instant.parse(last).plus(interval).plus(SLACK));
    } catch (DateTimeParseException e) {
      return interval;
    }
  }

  private static Duration setting(Map<String, Object> container, String key, Duration usual) {
    long nanos = Json.number(Json.map(container, "Config", "Healthcheck"), key);
    return nanos > 0 ? Duration.ofNanos(nanos) : usual;
  }
}
