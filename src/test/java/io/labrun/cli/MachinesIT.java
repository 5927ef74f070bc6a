package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.testbed.InnerEngine;
import io.labrun.testbed.Program;
import io.labrun.testbed.Takes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Hosts that are machines of their own: here engines in containers, reached by TCP. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Takes(seconds = 70)
final class MachinesIT {
  private static final String OVERLAY =
      """
      name: it-machines
      hosts: {first: {swarm: manager}, second: {swarm: worker}}
      networks: {wide: {driver: overlay, host: first, attachable: true}}
      containers:
        a: {image: busybox, host: first, command: sleep infinity, networks: [wide]}
        b: {image: busybox, host: second, command: sleep infinity, networks: [wide]}
      assertions:
        - {name: across, reach: {from: a, to: b}}
      """;

  /** An engine in a container, and a connection to it. */
  private static final class Machine implements AutoCloseable {
    private final InnerEngine inner = InnerEngine.start();
    private final Engine engine = inner.connect();

    String url() {
      return inner.host();
    }

    String address() {
      return inner.address();
    }

    Engine engine() {
      return engine;
    }

    @Override
    public void close() {
      engine.close();
      inner.close();
    }
  }

  private static Machine first;
  private static Machine second;
  @TempDir private Path folder;

  @BeforeAll
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  static void start() {
    first = new Machine();
    second = new Machine();
  }

  @AfterAll
  static void end() {
    first.close();
    second.close();
  }

  private Program.Ended run(String yaml, String... words) throws Exception {
    Path file = Files.writeString(folder.resolve("lab.yaml"), yaml);
    List<String> all = new ArrayList<>(List.of(words));
    all.add(0, "run");
    all.addAll(List.of("--host-of", "first=" + first.url(), "--host-of", "second=" + second.url()));
    all.add(file.toString());
    return Program.in(folder).run(all.toArray(String[]::new));
  }

  private static String swarm(Machine machine) {
    return new Tree(machine.engine().inspect(ObjectKind.ENGINE, ""))
        .text("Swarm", "LocalNodeState")
        .orElse("");
  }

  private static void requireUntouched() {
    for (Machine machine : List.of(first, second)) {
      assertEquals("inactive", swarm(machine));
      assertEquals(List.of(), machine.engine().labelled(Map.of("io.labrun.run", "")));
    }
  }

  @Test
  void a_swarm_of_machines_is_made_once_it_is_allowed_and_gone_afterwards() throws Exception {
    Program.Ended refused = run(OVERLAY);
    assertEquals(4, refused.status(), refused.out());
    assertTrue(refused.out().contains("a swarm of your engines"), refused.out());
    requireUntouched();
    Program.Ended allowed = run(OVERLAY, "--allow", "swarm");
    assertEquals(0, allowed.status(), allowed.out());
    assertTrue(allowed.out().contains("removed     2 containers, 1 network"), allowed.out());
    requireUntouched();
  }

  @Test
  void one_that_stood_before_is_used_and_stands_afterwards() throws Exception {
    var tokens = first.engine().swarm().init(first.address(), Map.of());
    try {
      Program.Ended apart = run(OVERLAY, "--allow", "swarm");
      assertEquals(4, apart.status(), apart.out());
      assertTrue(apart.out().contains("`second` and `first` are not in one swarm"), apart.out());
      assertEquals("inactive", swarm(second));
      second
          .engine()
          .swarm()
          .join(second.address(), List.of(first.address() + ":2377"), tokens.worker());
      Program.Ended together = run(OVERLAY, "--allow", "swarm");
      assertEquals(0, together.status(), together.out());
      assertEquals("active", swarm(first));
      assertEquals("active", swarm(second));
    } finally {
      second.engine().swarm().leave();
      first.engine().swarm().leave();
    }
    requireUntouched();
  }

  @Test
  void machines_are_not_switched_off() throws Exception {
    Program.Ended ended =
        run(
            """
            name: it-machines-off
            hosts: {first: {}, second: {}}
            containers: {a: {image: busybox, host: first, command: sleep infinity}}
            assertions:
              - name: off
                do: [{stop-host: first}]
                exec: {container: a, command: "true"}
            """);
    assertEquals(4, ended.status(), ended.out());
    assertTrue(ended.out().contains("the host `first` is a machine of its own"), ended.out());
    requireUntouched();
  }

  @Test
  void a_check_from_a_machine_says_why_not_and_from_where() throws Exception {
    Program.Ended ended =
        run(
            """
            name: it-machines-from
            hosts: {first: {}, second: {}}
            containers: {a: {image: busybox, host: first, command: sleep infinity}}
            assertions:
              - {name: from, reach: {from: first, to: a}, within: 0s}
            """);
    assertEquals(4, ended.status(), ended.out());
    assertTrue(ended.out().contains("no check starts from the host `first`"), ended.out());
    assertTrue(ended.out().contains("`network_mode: host`"), ended.out());
    requireUntouched();
  }

  @Test
  void a_host_that_the_scenario_has_not_is_wrong_use() throws Exception {
    Program.Ended ended = run(OVERLAY.replace("second", "secund"), "--allow", "all");
    assertEquals(2, ended.status(), ended.out());
    assertTrue(ended.out().contains("--host-of names `second`"), ended.out());
    assertFalse(ended.out().contains("hosts       "), ended.out());
  }

  @Test
  void what_a_killed_labrun_left_on_a_machine_is_cleaned_there() throws Exception {
    String waiting =
        OVERLAY.replace(
            "reach: {from: a, to: b}", "exec: {container: a, command: sleep 100}, timeout: 100s");
    Path file =
        Files.writeString(
            folder.resolve("killed.yaml"), waiting.replace("it-machines", "it-machines-killed"));
    Process process =
        new ProcessBuilder(
                Path.of("target/labrun").toAbsolutePath().toString(),
                "run",
                "--allow=swarm",
                "--host-of=first=" + first.url(),
                "--host-of=second=" + second.url(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (second.engine().labelled(Map.of("io.labrun.key", "b")).stream()
        .noneMatch(o -> o.status().equals("running"))) {
      assertTrue(System.nanoTime() < end, () -> "nothing was set up");
      Thread.sleep(100);
    }
    process.destroyForcibly().waitFor();
    assertEquals("active", swarm(second));
    Program.Ended beside = run(OVERLAY, "--allow", "swarm");
    assertEquals(0, beside.status(), beside.out());
    assertEquals("active", swarm(first));
    assertEquals("active", swarm(second));
    for (Machine machine : List.of(second, first)) {
      Program.Ended cleaned = Program.in(folder).run("clean", "--host", machine.url());
      assertEquals(0, cleaned.status(), cleaned.out());
      Machine other = machine == first ? second : first;
      assertTrue(
          cleaned
              .out()
              .matches(
                  "(?s).*  elsewhere   labrun down it-machines-killed-.... --host "
                      + other.url()
                      + "\n"),
          cleaned.out());
    }
    requireUntouched();
  }
}
