package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.DialRequest;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.Engine.Subscription;
import io.labrun.run.engine.EngineEvent;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.tar.TarWriter;
import io.labrun.testbed.Takes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that runs in a container of the real one, reached through commands run there. */
@Takes(seconds = 27)
class InsideIT {
  private static final Duration SOON = Duration.ofSeconds(2);

  private static Lab outer;
  private static Inner inner;

  @BeforeAll
  static void start() {
    outer = new Lab();
    inner = new Inner(outer);
  }

  @AfterAll
  static void end() {
    outer.close();
  }

  private static Lab lab() {
    inner.withImage();
    return new Lab(inner.connect());
  }

  private static String sleeper(Lab lab) {
    return lab.running("one", "{image: 'small', command: 'sleep 1000', init: true}");
  }

  @Test
  void it_is_another_engine_than_the_one_outside_and_says_how_it_is_reached() {
    try (Engine engine = inner.connect()) {
      assertEquals("inside worker", engine.facts().address());
      assertTrue(engine.facts().addressFrom().startsWith("a container of unix://"));
      Object id = engine.inspect(ObjectKind.ENGINE, "").get("ID");
      assertNotNull(id);
      assertNotEquals(outer.engine.inspect(ObjectKind.ENGINE, "").get("ID"), id);
    }
  }

  @Test
  void commands_get_their_input_to_its_end() {
    try (Lab lab = lab()) {
      String id = sleeper(lab);
      byte[] input = new byte[3_000_000];
      assertEquals("3000000\n", lab.feed(id, input, "wc", "-c").stdout());
      assertEquals(7, lab.exec(id, "sh", "-c", "exit 7").exitCode().orElseThrow());
      assertEquals("oops\n", lab.exec(id, "sh", "-c", "echo oops >&2").stderr());
    }
  }

  @Test
  void calls_go_on_side_by_side() throws Exception {
    try (Lab lab = lab()) {
      String id = sleeper(lab);
      ExecutorService threads = Executors.newFixedThreadPool(12);
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        String word = "word" + i;
        calls.add(() -> lab.exec(id, "echo", word).stdout().strip());
      }
      List<String> said = new ArrayList<>();
      for (Future<String> one : threads.invokeAll(calls)) {
        said.add(one.get());
      }
      threads.shutdown();
      for (int i = 0; i < 24; i++) {
        assertEquals("word" + i, said.get(i));
      }
    }
  }

  @Test
  void events_arrive_and_files_do() throws Exception {
    BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
    try (Lab lab = lab();
        Subscription heard = lab.engine.events("io.labrun.test", lab.id, events::add)) {
      String id = sleeper(lab);
      List<String> actions = new ArrayList<>();
      EngineEvent event;
      while (!actions.contains("start") && (event = events.poll(20, TimeUnit.SECONDS)) != null) {
        actions.add(event.action());
      }
      assertTrue(actions.contains("start"), actions.toString());
      lab.engine.copyInto(id, "/tmp", tar("big", new byte[2_000_000]));
      assertEquals("2000000", lab.exec(id, "sh", "-c", "wc -c </tmp/big").stdout().strip());
      assertTrue(lab.engine.file(id, "/tmp/big", false, Lab.PATIENCE).isPresent());
    }
  }

  static byte[] tar(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TarWriter tar = new TarWriter(bytes);
    tar.file(name, content, 0644);
    tar.end();
    return bytes.toByteArray();
  }

  /** The docker CLI stands for what the port does not offer. */
  @Test
  void an_image_of_hundreds_of_megabytes_goes_in_and_comes_back(@TempDir Path folder)
      throws Exception {
    inner.withImage();
    Execs execs = ((DockerEngine) outer.engine).execs();
    try (Route route =
        Route.through(new ContainerDial(execs, inner.request()), "inside worker", "a test")) {
      String host = "unix://" + route.relay().orElseThrow().socket();
      shell("head -c 300000000 /dev/urandom >" + folder + "/big");
      String there = "tar -C " + folder + " -c big | docker -H " + host + " import - big:in";
      assertTrue(shell(there).contains("sha256:"));
      String back = shell("docker -H " + host + " save big:in | wc -c");
      assertTrue(Long.parseLong(back) > 300_000_000L, back);
      assertTrue(shell("docker -H " + host + " rmi big:in").contains("Deleted"));
    }
  }

  private static String shell(String script) throws IOException, InterruptedException {
    Process process = new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out.strip();
  }

  @Test
  void nothing_of_the_connections_stays() throws Exception {
    try (Engine engine = inner.connect()) {
      engine.inspect(ObjectKind.ENGINE, "");
      assertTrue(inner.connections() > 0);
    }
    Patience patience = new Patience(Duration.ofSeconds(10));
    while (inner.connections() > 0) {
      assertTrue(patience.pause(), "still connected");
    }
  }

  private static EngineException refused(DialRequest request) {
    EngineException e =
        assertThrows(EngineException.class, () -> outer.engine.inside(request).close());
    assertEquals(Kind.UNREACHABLE, e.kind(), e.getMessage());
    return e;
  }

  private static DialRequest dial(String... command) {
    return new DialRequest(inner.container, "worker", List.of(command), SOON);
  }

  private static final String SILENT = "the engine inside worker does not answer: ";

  @Test
  void what_the_command_says_is_the_reason() {
    assertEquals(
        SILENT + "no engine here",
        refused(dial("sh", "-c", "echo no engine here >&2; exit 1")).getMessage());
    assertEquals(
        SILENT + "still looking",
        refused(dial("sh", "-c", "echo still looking >&2; sleep 20")).getMessage());
    assertEquals(SILENT + "it is silent", refused(dial("sleep", "20")).getMessage());
    assertTrue(refused(dial("no-such-program")).getMessage().contains("no-such-program"));
  }

  @Test
  void a_container_that_does_not_run_has_no_engine() {
    String created =
        outer.engine.createContainer(
            outer.request("off", "{image: 'busybox', command: 'sleep 9'}"));
    DialRequest request = new DialRequest(created, "worker", Inner.DIAL, SOON);
    String message = refused(request).getMessage();
    assertTrue(
        message.startsWith(SILENT) && message.endsWith("the container does not run"), message);
    assertFalse(message.contains("\n"));
  }
}
