package io.labrun.own;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.labrun.testbed.Alone;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The built program with engines of its own, beside the tests' engine and without one. */
@Takes(seconds = 81)
@ResourceLock(Alone.PRIVATE_ENGINES)
final class PrivateEngineIT {
  private static final String PROGRAM = Path.of("target/labrun").toAbsolutePath().toString();
  private static final Path SCENARIOS = Path.of("scenarios").toAbsolutePath();
  private static final String PRIVATE = "--engine=private";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String LONG =
      """
      name: it-private
      containers:
        box: {image: busybox, command: sleep infinity}
      assertions:
        - name: it waits
          do:
            - sleep: 20s
          exec: {container: box, command: "true"}
          timeout: 120s
      """;

  @TempDir private Path folder;
  private EngineTraces traces;
  private String bridge;
  private String engine;
  private final List<Process> started = new ArrayList<>();

  private record Ended(int status, String out) {}

  @BeforeEach
  void look() throws IOException {
    traces = new EngineTraces(folder.resolve("cache"));
    assertEquals(Set.of(), traces.all());
    bridge = EngineTraces.bridge();
    engine = usersEngine();
  }

  @AfterEach
  void all_is_as_it_was() throws Exception {
    for (Process process : started) {
      if (process.isAlive()) {
        process.destroyForcibly();
        awaitNoTraces();
      }
    }
    assertEquals(Set.of(), traces.all());
    assertEquals(bridge, EngineTraces.bridge());
    assertEquals(engine, usersEngine());
  }

  private static String usersEngine() throws IOException {
    return Docker.cli("info", "--format", "{{.ID}} {{.DockerRootDir}} {{.Swarm.LocalNodeState}}");
  }

  @Test
  void shipped_scenarios_pass_on_it_beside_another_engine() throws Exception {
    String report = "--report=json=r.json";
    List<String> words = new ArrayList<>(List.of(PRIVATE, "-j3", report, "--allow", "all"));
    for (String name : List.of("bridge", "volume", "macvlan", "none", "user-defined-bridge")) {
      words.add(SCENARIOS.resolve(name + ".yaml").toString());
    }
    Ended ended = run(words.toArray(String[]::new));
    assertEquals(0, ended.status(), ended.out());
    assertTrue(ended.out().contains("5 of 5 scenarios passed"), ended.out());
    assertTrue(mostAtOnce(folder.resolve("r.json")) > 1, "never two at once");
  }

  /** How many runs were up at once when one of them began. */
  private static long mostAtOnce(Path report) throws IOException {
    List<JsonNode> runs = new ObjectMapper().readTree(report.toFile()).findValues("runs");
    List<JsonNode> each = new ArrayList<>();
    runs.forEach(several -> several.forEach(each::add));
    return each.stream()
        .mapToDouble(run -> run.get("start").asDouble())
        .mapToLong(at -> each.stream().filter(run -> isUp(run, at)).count())
        .max()
        .orElse(0);
  }

  private static boolean isUp(JsonNode run, double at) {
    double start = run.get("start").asDouble();
    return start <= at && at < start + run.get("time").asDouble();
  }

  @Test
  void two_start_at_once_with_an_empty_cache_and_both_pass() throws Exception {
    String file = SCENARIOS.resolve("bridge.yaml").toString();
    Process one = start(Map.of(), PRIVATE, file);
    Process other = start(Map.of(), PRIVATE, file);
    for (Ended ended : List.of(end(one), end(other))) {
      assertEquals(0, ended.status(), ended.out());
    }
    Ended third = end(start(Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock"), PRIVATE, file));
    assertEquals(0, third.status(), "not from the cache: " + third.out());
  }

  @Test
  void an_image_that_is_nowhere_is_no_engine_s_fault() throws Exception {
    String file = Files.writeString(folder.resolve("lab.yaml"), LONG).toString();
    Ended ended = end(start(Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock"), PRIVATE, file));
    assertEquals(4, ended.status(), ended.out());
    assertTrue(ended.out().contains("the image `busybox` can't be had"), ended.out());
  }

  @Test
  void a_file_with_mistakes_starts_nothing() throws Exception {
    String file = Files.writeString(folder.resolve("lab.yaml"), LONG + "oops: 1\n").toString();
    Ended ended = run(PRIVATE, file);
    assertEquals(3, ended.status(), ended.out());
    assertFalse(Files.exists(folder.resolve("cache")), "the cache was touched");
  }

  @Test
  void a_wish_to_stop_ends_it_with_all_that_is_on_it() throws Exception {
    Process labrun = startedLab();
    signal("TERM", labrun.pid());
    Ended ended = end(labrun);
    assertEquals(143, ended.status(), ended.out());
    assertTrue(ended.out().contains("removed     1 container"), ended.out());
  }

  @Test
  void killed_labrun_takes_it_along() throws Exception {
    Process labrun = startedLab();
    labrun.destroyForcibly();
    awaitNoTraces();
  }

  @Test
  void killed_with_its_keeper_it_leaves_what_clean_removes() throws Exception {
    Process labrun = startedLab();
    String name = traces.folders().get(0).getFileName().toString();
    List<Long> keepers = keepers();
    assertEquals(2, keepers.size(), "keeper.sh and unshare");
    for (long pid : keepers) {
      signal("KILL", pid);
    }
    labrun.destroyForcibly();
    assertTrue(labrun.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    assertFalse(traces.folders().isEmpty(), "somebody else has cleaned up");
    Ended cleaned = clean();
    assertTrue(cleaned.out().contains("removed the private engine " + name), cleaned.out());
  }

  @Test
  void clean_leaves_an_engine_alone_whose_labrun_lives() throws Exception {
    Process labrun = startedLab();
    Ended cleaned = clean();
    assertFalse(cleaned.out().contains("removed the private engine"), cleaned.out());
    assertTrue(labrun.isAlive());
    signal("TERM", labrun.pid());
    assertEquals(143, end(labrun).status());
  }

  @Test
  void an_engine_that_dies_is_an_error_and_leaves_nothing() throws Exception {
    Process labrun = startedLab();
    // The first: programs that it is about to start have its name for a moment, and end with it.
    signal("KILL", ofThisCache("dockerd --config-file").get(0));
    signal("TERM", labrun.pid());
    Ended ended = end(labrun);
    // What an engine had that does not answer any more nobody can say, so it counts as left.
    assertEquals(5, ended.status(), ended.out());
  }

  @Test
  void where_no_engine_answers_a_private_one_stands_in_and_says_so() throws Exception {
    String file = SCENARIOS.resolve("none.yaml").toString();
    assertEquals(0, run(PRIVATE, file).status());
    Ended ended = end(withoutEngine(file));
    assertEquals(0, ended.status(), ended.out());
    assertTrue(
        ended.out().startsWith("labrun: no Docker engine answers: using a private one (Docker "),
        ended.out());
    Ended kept = end(withoutEngine("--keep", "always", file));
    assertEquals(4, kept.status(), kept.out());
    assertTrue(kept.out().startsWith("labrun: no Docker engine answers\n"), kept.out());
  }

  /** Without the tests' engine, on which others may have left things on purpose. */
  private Ended clean() throws Exception {
    return end(start(Map.of("DOCKER_HOST", "unix:///nowhere/docker.sock"), "clean"));
  }

  /** labrun in a mount namespace where nothing is at the usual place of an engine's socket. */
  private Process withoutEngine(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "unshare",
                "--mount",
                "sh",
                "-c",
                "mount --bind /dev/null /run/docker.sock && exec \"$@\"",
                "sh",
                PROGRAM));
    command.addAll(List.of(words));
    return start(Map.of("HOME", folder.toString()), command);
  }

  /** A lab that stands on a private engine and would wait for long. */
  private Process startedLab() throws Exception {
    String file = Files.writeString(folder.resolve("lab.yaml"), LONG).toString();
    Process labrun = start(Map.of(), PRIVATE, file);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (ofThisCache("containerd-shim").isEmpty() || ofThisCache("dockerd").isEmpty()) {
      assertTrue(labrun.isAlive() && System.nanoTime() < deadline, "the lab does not come up");
      Thread.sleep(50);
    }
    assertFalse(traces.all().isEmpty(), "these traces would not be seen either");
    return labrun;
  }

  private void awaitNoTraces() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!traces.all().isEmpty()) {
      assertTrue(System.nanoTime() < deadline, traces.all().toString());
      Thread.sleep(50);
    }
  }

  private List<Long> keepers() {
    List<Long> out = new ArrayList<>(ofThisCache("/keeper.sh"));
    out.retainAll(ofThisCache("sh "));
    ofThisCache("unshare --net").forEach(out::add);
    return out.stream().distinct().toList();
  }

  /** The processes of this test's engine whose command line has some words. */
  private List<Long> ofThisCache(String words) {
    String name;
    try {
      if (traces.folders().isEmpty()) {
        return List.of();
      }
      name = traces.folders().get(0).getFileName().toString();
    } catch (IOException e) {
      return List.of();
    }
    return ProcessHandle.allProcesses()
        .filter(process -> Processes.isOf(process.pid(), name))
        .filter(process -> process.info().commandLine().orElse("").contains(words))
        .map(ProcessHandle::pid)
        .toList();
  }

  private static void signal(String name, long pid) throws Exception {
    assertEquals(0, new ProcessBuilder("kill", "-" + name, "" + pid).start().waitFor());
  }

  private Ended run(String... words) throws Exception {
    return end(start(Map.of(), words));
  }

  private Process start(Map<String, String> environment, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(PROGRAM));
    command.addAll(List.of(words));
    return start(environment, command);
  }

  private Process start(Map<String, String> environment, List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile()).start();
  }

  private static Ended end(Process process) throws Exception {
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), text);
    }
  }
}
