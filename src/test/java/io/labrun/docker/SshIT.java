package io.labrun.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.Engine.Subscription;
import io.labrun.run.engine.EngineEvent;
import io.labrun.run.engine.NoEngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.testbed.Sshd;
import io.labrun.testbed.Takes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine over ssh, through a real sshd on loopback. */
@Takes(seconds = 32)
class SshIT {
  private static final String URL = "ssh://" + Sshd.HOST;

  @TempDir Path folder;
  private Sshd sshd;

  @BeforeEach
  void start() throws Exception {
    Optional<String> missing = Sshd.missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    sshd = new Sshd(folder);
  }

  @AfterEach
  void end() {
    if (sshd != null) {
      sshd.close();
    }
  }

  private Engine connect(String url) {
    return connect(url, Map.of());
  }

  private Engine connect(String url, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(sshd.environment());
    environment.putAll(more);
    Surroundings around = Surroundings.of(environment, folder);
    return new DockerConnector(around).connect(Optional.of(url));
  }

  private String refused(String url, Map<String, String> more) {
    NoEngineException e = assertThrows(NoEngineException.class, () -> connect(url, more).close());
    assertEquals(1, e.tried().size());
    String start = "--host → " + url + ": ";
    assertTrue(e.tried().get(0).startsWith(start), e.tried()::toString);
    return e.tried().get(0).substring(start.length());
  }

  private static void begins(String start, String text) {
    assertTrue(text.startsWith(start), text);
  }

  @Test
  void commands_get_their_input_to_its_end_and_files_arrive() throws Exception {
    try (Lab lab = new Lab(connect(URL))) {
      assertEquals(URL, lab.engine.facts().address());
      assertEquals("--host", lab.engine.facts().addressFrom());
      String id = lab.sleeper("one");
      assertEquals("3000000\n", lab.feed(id, new byte[3_000_000], "wc", "-c").stdout());
      assertEquals("oops\n", lab.exec(id, "sh", "-c", "echo oops >&2").stderr());
      lab.engine.copyInto(id, "/tmp", InsideIT.tar("big", new byte[2_000_000]));
      assertEquals("2000000", lab.exec(id, "sh", "-c", "wc -c </tmp/big").stdout().strip());
    }
  }

  /** More than the ten sessions that sshd allows in one connection, or that may begin at once. */
  @Test
  void calls_go_on_side_by_side() throws Exception {
    try (Lab lab = new Lab(connect(URL))) {
      String id = lab.sleeper("one");
      ExecutorService threads = Executors.newFixedThreadPool(20);
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String word = "word" + i;
        calls.add(() -> lab.exec(id, "sh", "-c", "sleep 2; echo " + word).stdout().strip());
      }
      List<Future<String>> said = threads.invokeAll(calls);
      threads.shutdown();
      for (int i = 0; i < 20; i++) {
        assertEquals("word" + i, said.get(i).get());
      }
    }
  }

  @Test
  void events_arrive() throws Exception {
    BlockingQueue<EngineEvent> events = new LinkedBlockingQueue<>();
    try (Lab lab = new Lab(connect(URL));
        Subscription heard = lab.engine.events("io.labrun.test", lab.id, events::add)) {
      lab.sleeper("one");
      List<String> actions = new ArrayList<>();
      EngineEvent event;
      while (!actions.contains("start") && (event = events.poll(20, TimeUnit.SECONDS)) != null) {
        actions.add(event.action());
      }
      assertTrue(actions.contains("start"), actions.toString());
    }
  }

  @Test
  void all_calls_share_one_secured_connection_and_no_process_stays() throws Exception {
    try (Engine engine = connect(URL)) {
      engine.facts();
      try (Subscription heard = engine.events("io.labrun.test", "x", event -> {})) {
        engine.inspect(ObjectKind.ENGINE, "");
        assertTrue(processes() >= 2, "two connections");
      }
      assertEquals(1, sshd.connections());
    }
    Patience patience = new Patience(Duration.ofSeconds(10));
    while (processes() > 0) {
      assertTrue(patience.pause(), "still there");
    }
  }

  @Test
  void after_the_first_few_no_program_is_started_for_a_call() throws Exception {
    try (Lab lab = new Lab(connect(URL))) {
      String id = lab.sleeper("one");
      Patience patience = new Patience(Lab.PATIENCE);
      long before;
      do {
        before = sshd.programs();
        assertEquals("x\n", lab.exec(id, "echo", "x").stdout());
        assertTrue(patience.pause(), "each call starts a program");
      } while (sshd.programs() > before || before < 3);
      for (int i = 0; i < 5; i++) {
        assertEquals("x\n", lab.exec(id, "echo", "x").stdout());
      }
      assertEquals(before, sshd.programs());
    }
  }

  /** There, docker is set to use the engine in a container and not the one at the usual socket. */
  @Test
  void the_usual_socket_is_not_taken_where_docker_uses_another() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (Lab outer = new Lab()) {
      Execs execs = ((DockerEngine) outer.engine).execs();
      Inner inner = new Inner(outer);
      ContainerDial dial = new ContainerDial(execs, inner.request());
      try (Route route = Route.through(dial, "inside", "a test");
          Sshd there =
              new Sshd(other, "SetEnv DOCKER_HOST=unix://" + route.relay().orElseThrow().socket());
          Engine engine = connect(URL, there.environment())) {
        Object id = engine.inspect(ObjectKind.ENGINE, "").get("ID");
        assertNotEquals(outer.engine.inspect(ObjectKind.ENGINE, "").get("ID"), id);
        List<Subscription> held = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          held.add(engine.events("io.labrun.test", "x", event -> {}));
          Thread.sleep(250);
          assertEquals(id, engine.inspect(ObjectKind.ENGINE, "").get("ID"));
        }
        held.forEach(Subscription::close);
      }
    }
  }

  @Test
  void a_connection_that_the_user_shares_is_used_and_stays() throws Exception {
    Process kept = sshd.sharedConnection();
    try {
      try (Engine engine = connect(URL)) {
        engine.facts();
        engine.inspect(ObjectKind.ENGINE, "");
      }
      assertEquals(1, sshd.connections());
      assertTrue(kept.isAlive());
    } finally {
      kept.destroy();
    }
  }

  /** Those of this program alone: another test's labrun has its own. */
  private static long processes() {
    return ProcessHandle.current()
        .children()
        .filter(one -> one.info().command().filter(name -> name.endsWith("/ssh")).isPresent())
        .count();
  }

  @Test
  void a_context_can_lead_there() throws Exception {
    new CliFolder(folder).context("lab", URL, "");
    Map<String, String> environment = sshd.environment();
    environment.put("DOCKER_CONTEXT", "lab");
    environment.remove("DOCKER_CONFIG");
    Surroundings around = Surroundings.of(environment, folder);
    try (Engine engine = new DockerConnector(around).connect(Optional.empty())) {
      assertEquals("context \"lab\"", engine.facts().addressFrom());
      assertEquals(URL, engine.facts().address());
    }
  }

  @Test
  void a_socket_and_a_port_can_be_named() {
    String url = "ssh://127.0.0.1:" + sshd.port() + "/var/run/docker.sock";
    try (Engine engine = connect(url)) {
      assertEquals(url, engine.facts().address());
    }
    begins(
        "ssh gets there, and no engine answers there: start it on that machine, or name its"
            + " socket: ssh://lab2/path/to/docker.sock (it says: ",
        refused(URL + "/no/it's%20$HOME.sock", Map.of()));
  }

  @Test
  void a_host_whose_key_is_unknown_or_another_is_not_trusted() throws Exception {
    sshd.forget();
    assertEquals(
        "that machine's key is not known here yet: connect once by hand and compare its"
            + " fingerprint: ssh lab2 (it says: Host key verification failed.)",
        refused(URL, Map.of()));
    sshd.know("user.pub");
    begins(
        "that machine shows another key than the one that is known: somebody may stand in between.",
        refused(URL, Map.of()));
  }

  @Test
  void who_is_not_let_in_learns_what_to_do() throws Exception {
    sshd.lock();
    begins(
        "ssh does not get in by itself: give your key to an agent (ssh-add) or name it in"
            + " ~/.ssh/config, until this asks nothing: ssh lab2 (it says: ",
        refused(URL, Map.of()));
  }

  @Test
  void a_machine_without_docker_is_told_from_one_without_ssh() throws Exception {
    Files.createDirectory(folder.resolve("bare"));
    try (Sshd bare = new Sshd(folder.resolve("bare"), "SetEnv PATH=/nowhere")) {
      begins(
          "ssh gets there, and finds no program docker there: ", refused(URL, bare.environment()));
    }
    begins(
        "there is no program ssh on this machine: ",
        refused(URL, Map.of("LABRUN_SSH", "no-such-ssh")));
  }

  @Test
  void a_machine_that_is_away() {
    begins(
        "ssh gets no connection: is that machine on, and the port right? (it says: ssh: connect to",
        refused("ssh://127.0.0.1:1", Map.of()));
    begins("ssh knows no such machine: ", refused("ssh://no-such-machine.invalid", Map.of()));
  }

  @Test
  void a_shell_that_says_something_of_its_own_is_named() throws Exception {
    Files.createDirectory(folder.resolve("chatty"));
    String chat = "ForceCommand echo Welcome to lab2";
    try (Sshd chatty = new Sshd(folder.resolve("chatty"), chat)) {
      begins("ssh says: Welcome to lab2", refused(URL, chatty.environment()));
    }
  }
}
