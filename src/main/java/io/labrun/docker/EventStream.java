package io.labrun.docker;

import com.fasterxml.jackson.databind.MappingIterator;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import io.labrun.run.engine.Engine.Subscription;
import io.labrun.run.engine.EngineEvent;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One subscription: a thread that reads, and that connects again where the stream breaks, asking
 * for what happened since. Ends when it is closed.
 */
final class EventStream implements Subscription {
  private static final Duration AGAIN = Duration.ofMillis(200);
  private static final int REMEMBERED = 512;

  private final Wire wire;
  private final String filter;
  private final Consumer<EngineEvent> listener;
  private final Set<String> seen = new LinkedHashSet<>();
  private BigDecimal since;
  private Response response;
  private boolean closed;

  EventStream(Wire wire, String filter, BigDecimal since, Consumer<EngineEvent> listener) {
    this.wire = wire;
    this.filter = filter;
    this.since = since;
    this.listener = listener;
  }

  /** Connects, and starts the thread that reads. */
  void open() {
    Response first = wire.bounded().call(Wire.USUAL, "GET /events", this::connect);
    Thread thread = new Thread(() -> readAll(first), "engine-events");
    thread.setDaemon(true);
    thread.start();
  }

  private Response connect() {
    Response opened = wire.stream("/events?since=" + since.toPlainString() + "&filters=" + filter);
    synchronized (this) {
      response = opened;
      if (closed) {
        opened.close();
      }
    }
    return opened;
  }

  private void readAll(Response first) {
    Response next = first;
    while (next != null) {
      try (Response current = next) {
        read(current);
      } catch (IOException | RuntimeException e) {
        // Broken; what was missed meanwhile is asked for.
      }
      next = reconnect();
    }
  }

  private void read(Response current) throws IOException {
    try (MappingIterator<Map<String, Object>> items = wire.json().objects(current.getBody())) {
      while (!isClosed() && items.hasNext()) {
        pass(items.next());
      }
    }
  }

  private void pass(Map<String, Object> item) {
    Map<String, Object> actor = Json.map(item, "Actor");
    String id = Json.text(actor, "ID");
    String action = Json.text(item, "Action");
    long nanos = Json.number(item, "timeNano");
    since = BigDecimal.valueOf(nanos, 9);
    if (isNew(nanos + " " + action + " " + id)) {
      listener.accept(
          new EngineEvent(Json.text(item, "Type"), action, id, Json.texts(actor, "Attributes")));
    }
  }

  /** The engine repeats an event that happens while it looks into what it kept. */
  private boolean isNew(String key) {
    boolean added = seen.add(key);
    if (seen.size() > REMEMBERED) {
      seen.remove(seen.iterator().next());
    }
    return added;
  }

  private Response reconnect() {
    while (!isClosed()) {
      try {
        Thread.sleep(AGAIN.toMillis());
        return connect();
      } catch (RuntimeException e) {
        // Still away.
      } catch (InterruptedException e) {
        close();
      }
    }
    return null;
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (response != null) {
      response.close();
    }
  }
}
