package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.plan.Labels;
import io.labrun.run.engine.Endpoint;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.Engine.Subscription;
import io.labrun.run.engine.EngineEvent;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.NoEngineException;
import io.labrun.run.engine.ObjectKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine over a connection that is silent, cut, or somebody else's. */
class FaultsIT {
  private static final Duration SOON = Duration.ofMillis(300);

  @TempDir Path folder;
  private FaultyWire faulty;

  @BeforeEach
  void open() throws IOException {
    faulty = new FaultyWire(folder);
  }

  @AfterEach
  void close() throws IOException {
    faulty.close();
  }

  private Engine connect() {
    return new DockerConnector(Surroundings.of(Map.of(), folder))
        .connect(Optional.of("unix://" + faulty.socket));
  }

  private Wire wire() {
    return Wire.open(HostText.unix(faulty.socket, "--host"), Optional.empty(), new Json());
  }

  private String noEngine() {
    return assertThrows(NoEngineException.class, this::connect).tried().get(0);
  }

  private String tried(String reason) {
    return "--host → unix://" + faulty.socket + ": " + reason;
  }

  @Test
  void anotherServiceIsNoEngine() {
    faulty.answer("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<html>");
    assertEquals(tried("what answers there is no Docker engine"), noEngine());
    faulty.answer("HTTP/1.1 502 Bad\r\nContent-Length: 6\r\n\r\n<html>");
    assertEquals(tried("what answers there is no Docker engine: it sends a web page"), noEngine());
    faulty.answer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    assertEquals(tried("what answers there is no Docker engine"), noEngine());
    faulty.answer("SSH-2.0-OpenSSH_9.2\r\n");
    assertEquals(tried("the connection was closed without an answer"), noEngine());
  }

  @Test
  void aConnectionThatIsCutIsSaidToBe() {
    faulty.answer("");
    assertEquals(tried("the connection was closed without an answer"), noEngine());
  }

  @Test
  void aCallHasADeadlineAndTheEngineIsUsableAfterIt() {
    try (Wire wire = wire()) {
      faulty.fallSilent();
      EngineException e =
          assertThrows(
              EngineException.class,
              () -> wire.command(SOON, "asking", client -> client.infoCmd().exec()));
      assertEquals(Kind.TIMEOUT, e.kind());
      assertEquals("asking: the engine gave no answer within 300 ms", e.getMessage());
      faulty.pass();
      assertTrue(wire.object("/info").containsKey("NCPU"));
    }
  }

  /** As one is that is being stopped: what it made or removed now would be half done. */
  @Test
  void nothing_is_changed_on_an_engine_that_takes_no_connections_any_more() throws IOException {
    try (Engine engine = connect()) {
      engine.removeNetwork("it-faults-nowhere");
      faulty.lock();
      int before = engine.breaks();
      EngineException e =
          assertThrows(EngineException.class, () -> engine.removeNetwork("it-faults-nowhere"));
      assertEquals(Kind.UNREACHABLE, e.kind());
      assertEquals("the engine does not answer any more: no such file", e.getMessage());
      assertEquals(before + 1, engine.breaks());
      assertFalse(engine.answersWithin(Duration.ZERO));
    }
  }

  /** As where a container with an engine is gone, and its address was given to the next one. */
  @Test
  void another_engine_at_the_same_place_is_not_the_one_that_comes_back() {
    try (Engine engine = connect()) {
      engine.facts();
      assertTrue(engine.answersWithin(Duration.ZERO));
      String other = "{\"ID\":\"another\"}";
      faulty.answer(
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
              + other.length()
              + "\r\n\r\n"
              + other);
      assertFalse(engine.answersWithin(Duration.ZERO));
      faulty.pass();
      assertTrue(engine.answersWithin(Duration.ZERO));
    }
  }

  @Test
  void manyDeadlinesLeaveTheEngineUsable() {
    try (Wire wire = wire()) {
      faulty.fallSilent();
      for (int i = 0; i < 60; i++) {
        assertThrows(
            EngineException.class,
            () -> wire.command(Duration.ofMillis(20), "asking", client -> client.infoCmd().exec()));
      }
      faulty.pass();
      assertTrue(wire.object("/info").containsKey("NCPU"));
    }
  }

  /** The client would wait for a second and ask again. */
  @Test
  void who_is_no_manager_of_a_swarm_is_not_asked_for_services() {
    try (Engine engine = connect()) {
      engine.labelled(Map.of(Labels.RUN, ""));
      assertTrue(faulty.sent.stream().anyMatch(line -> line.contains("/volumes?")));
      assertEquals(
          List.of(), faulty.sent.stream().filter(line -> line.contains("/services?")).toList());
    }
  }

  @Test
  void aCallAfterTheEngineStartedAgainConnectsAnew() throws IOException {
    try (Engine engine = connect()) {
      engine.inspect(ObjectKind.ENGINE, "");
      faulty.cut();
      engine.inspect(ObjectKind.ENGINE, "");
      faulty.cut();
      try (Lab lab = new Lab(engine)) {
        lab.volume("after", "{}");
        faulty.cut();
      }
    }
  }

  @Test
  void aCallOnAnInterruptedThreadFailsAndLeavesTheFlag() throws Exception {
    try (Engine engine = connect()) {
      Thread.currentThread().interrupt();
      EngineException e =
          assertThrows(EngineException.class, () -> engine.inspect(ObjectKind.ENGINE, ""));
      assertEquals(Kind.INTERRUPTED, e.kind());
      assertTrue(Thread.interrupted());
      engine.inspect(ObjectKind.ENGINE, "");
    }
  }

  @Test
  void aContainerThatCouldNotJoinEveryNetworkIsRemoved() throws IOException {
    try (Lab lab = new Lab(connect())) {
      String first = lab.network("first", "{}");
      Endpoint fixed =
          new Endpoint(
              lab.network("second", "{}"),
              List.of(),
              Optional.of("172.31.214.5"),
              Optional.empty(),
              Optional.empty());
      EngineException e =
          assertThrows(
              EngineException.class,
              () ->
                  lab.engine.createContainer(
                      lab.request(
                          "half", "{image: 'busybox'}", Endpoint.on(first, List.of()), fixed)));
      assertEquals(Kind.BAD_REQUEST, e.kind());
      assertEquals(2, lab.standing().size(), () -> lab.standing().toString());
    }
  }

  @Test
  void eventsGoOnAfterACut() throws Exception {
    BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
    try (Lab lab = new Lab();
        Engine engine = connect();
        Subscription open = engine.events("io.labrun.test", lab.id, events::add)) {
      lab.engine.createContainer(lab.request("before", "{image: 'busybox'}"));
      assertEquals("create", events.poll(20, TimeUnit.SECONDS).action());
      faulty.cut();
      String id = lab.engine.createContainer(lab.request("missed", "{image: 'busybox'}"));
      EngineEvent missed = events.poll(20, TimeUnit.SECONDS);
      assertEquals(id, missed.id());
      assertTrue(events.isEmpty());
    }
  }

  @Test
  void anExecOverACutConnectionIsNoResult() throws Exception {
    try (Lab lab = new Lab(connect())) {
      String id = lab.sleeper("one");
      Thread cutter =
          new Thread(
              () -> {
                try {
                  Thread.sleep(700);
                  faulty.cut();
                } catch (IOException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      cutter.start();
      EngineException e =
          assertThrows(EngineException.class, () -> lab.exec(id, "sh", "-c", "echo a; sleep 5"));
      assertEquals(Kind.UNREACHABLE, e.kind());
      cutter.join();
    }
  }
}
