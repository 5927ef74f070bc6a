package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of requirement on a real engine: met, unmet, and nothing left of looking. */
@Takes(seconds = 110)
final class RequirementsIT extends OnTheEngine {
  private static final String SCENARIO =
      """
      name: it-requires
      requires: %s
      containers:
        box: {image: busybox, command: sleep infinity}
      assertions:
        - {name: it runs, state: {container: box}, expect: {status: running}}
      """;

  @AfterEach
  void nothingStood() {
    assertEquals(List.of(), lab.standing());
  }

  private ScenarioResult requiring(String requires) {
    lab = LabRun.of(engine, SCENARIO.formatted(requires));
    return lab.run();
  }

  private void met(String requires) {
    ScenarioResult result = requiring(requires);
    assertEquals(Outcome.PASSED, result.outcome(), result.toString());
    assertTrue(finished().met());
  }

  private RunEvent.RequirementsFinished finished() {
    return lab.events().stream()
        .filter(RunEvent.RequirementsFinished.class::isInstance)
        .map(RunEvent.RequirementsFinished.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String unmet(String requires) {
    ScenarioResult result = requiring(requires);
    assertEquals(Outcome.SKIPPED, result.outcome(), result.toString());
    assertEquals(List.of(Status.SKIPPED), LabRun.statuses(result));
    assertEquals(List.of(), result.leftovers());
    assertFalse(lab.events().stream().anyMatch(RunEvent.AssertionStarted.class::isInstance));
    assertFalse(lab.events().stream().anyMatch(RunEvent.StepStarted.class::isInstance));
    assertTrue(result.problem().orElseThrow().span().isPresent());
    return result.problem().orElseThrow().what();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{engine: '>=20.10'}",
        "{engine: '>17, <1000'}",
        "{platform: linux/amd64}",
        "{memory: 64m}",
        "{desktop: false}",
        "{drivers: {network: [bridge, host, none, macvlan], volume: [local]}}",
        "{kernel: [bridge, tmpfs]}",
        "{interfaces: [lo, docker0]}",
        "{free_ports: [47123, 47124/udp]}",
      })
  void what_is_there_lets_the_scenario_begin(String requires) {
    met(requires);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{engine: <20.10}          | the engine is Docker .*, and the scenario needs <20.10",
        "{platform: linux/s390x}   | the engine's platform is linux/\\w+, not linux/s390x",
        "{memory: 900t}            | the engine's machine has .* of memory, .* needs 900.0 TiB",
        "{desktop: true}           | the engine is not Docker Desktop's; its system is .+",
        "{interfaces: [lab-none0]} | the engine's machine has no network interface lab-none0",
      })
  void what_is_not_there_skips_it_and_says_what(String requires, String words) {
    String what = unmet(requires.replace("<20.10", "\"<20.10\""));
    assertTrue(what.matches(words), what);
  }

  /** Both at once: an engine looks for a plugin that is not there for a quarter of a minute. */
  @Test
  void a_driver_without_its_plugin_skips_it_and_says_which() {
    String what = unmet("{drivers: {network: [no-such/plugin], volume: [no-such/plugin]}}");
    assertEquals("2 things that it requires are not here", what);
    assertEquals(
        List.of(
            "this engine has no network driver no-such/plugin",
            "this engine has no volume driver no-such/plugin"),
        finished().unmet().stream().map(Problem::what).sorted().toList());
  }

  @Test
  void what_needs_no_container_makes_none() {
    List<String> made = new ArrayList<>();
    try (Engine.Subscription events =
        engine.events(Labels.SCENARIO, "it-requires", e -> made.add(e.toString()))) {
      unmet("{engine: '<1', platform: linux/s390x, memory: 900t, desktop: true}");
      assertEquals(List.of(), made);
    }
  }

  @Test
  void a_driver_that_is_listed_but_does_not_work_skips_it() throws Exception {
    if (says("zcat /proc/config.gz | grep -q '^CONFIG_IPVLAN=[ym]'")) {
      met("{drivers: {network: [ipvlan]}, kernel: [ipvlan]}");
      return;
    }
    assertEquals(
        "this kernel has no ipvlan (attaching a container failed: operation not supported)",
        unmet("{drivers: {network: [ipvlan]}}"));
    String kernel = unmet("{kernel: [ipvlan]}");
    assertTrue(kernel.matches("the engine's kernel \\S+ has no ipvlan \\(.+\\)"), kernel);
  }

  @Test
  void without_requires_a_driver_that_does_not_work_is_an_error_that_names_the_way() {
    lab =
        LabRun.of(
            engine,
            """
            name: it-requires
            networks:
              lan: {driver_opts: {com.docker.network.bridge.name: "lrt-${run.id}"}}
              guests: {driver: ipvlan, driver_opts: {parent: "lrt-${run.id}"}}
            containers:
              router: {image: busybox, command: sleep infinity, networks: [lan]}
              guest: {image: busybox, command: sleep infinity, networks: [guests]}
            """);
    ScenarioResult result = lab.up();
    lab.remove();
    if (result.outcome() != Outcome.PASSED) {
      assertEquals(Outcome.ERROR, result.outcome());
      assertEquals(
          List.of(
              "to skip the scenario where that is so: `requires: {drivers: {network: [ipvlan]}}`"),
          result.problem().orElseThrow().help());
    }
  }

  @Test
  void a_privileged_container_is_really_started() throws Exception {
    boolean all = says("test $(grep -c CapEff:.000001ffffffffff /proc/self/status) = 1");
    if (all) {
      met("{privileged: true}");
      return;
    }
    String what = unmet("{privileged: true}");
    assertTrue(what.startsWith("a privileged container does not start here: this machine"), what);
  }

  @Test
  void a_feature_of_which_nothing_tells_is_an_error_not_a_skip() throws Exception {
    ScenarioResult result = requiring("{kernel: [labrun_no_such_thing]}");
    boolean folder = says("test -r /lib/modules/$(uname -r)/modules.dep");
    assertEquals(folder ? Outcome.SKIPPED : Outcome.ERROR, result.outcome());
    assertTrue(result.problem().orElseThrow().what().contains("labrun_no_such_thing"));
  }

  @Test
  void a_port_that_a_program_listens_on_is_not_free() throws IOException {
    try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        DatagramSocket udp = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      int port = tcp.getLocalPort();
      assertEquals(
          "port " + port + "/tcp of the engine's machine is in use",
          unmet("{free_ports: [" + port + "]}"));
      assertEquals(
          "port " + udp.getLocalPort() + "/udp of the engine's machine is in use",
          unmet("{free_ports: [" + udp.getLocalPort() + "/udp]}"));
    }
  }

  @Test
  void a_port_that_a_container_publishes_is_not_free_but_for_its_own_lab() throws IOException {
    int port = freePort();
    String yaml =
        SCENARIO
            .formatted("{free_ports: [" + port + "]}")
            .replace("image: busybox", "image: busybox, ports: [\"" + port + ":80\"]");
    LabRun other = LabRun.of(engine, yaml);
    try {
      assertEquals(Outcome.PASSED, other.up().outcome());
      assertEquals(Outcome.PASSED, other.check().outcome());
      unmet("{free_ports: [" + port + "]}");
    } finally {
      other.remove();
    }
  }

  @Test
  void it_can_ask_to_be_alone() {
    LabRun other = LabRun.of(engine, SCENARIO.formatted("{}"));
    try {
      other.up();
      String what = unmet("{exclusive: true}");
      assertTrue(what.contains(other.plan().run().toString()), what);
      assertFalse(what.contains(lab.plan().run().toString()), what);
    } finally {
      other.remove();
    }
  }

  @Test
  void all_that_is_missing_is_told() {
    assertEquals(
        "3 things that it requires are not here",
        unmet("{memory: 900t, interfaces: [lo, lab-none0], desktop: true}"));
    assertEquals(3, finished().unmet().size());
  }

  @Test
  void up_and_check_skip_it_too() {
    lab = LabRun.of(engine, SCENARIO.formatted("{memory: 900t}"));
    assertEquals(Outcome.SKIPPED, lab.up().outcome());
    assertEquals(List.of(), lab.standing());
    ScenarioResult checked = lab.check();
    assertEquals(Outcome.SKIPPED, checked.outcome());
    assertEquals(List.of(Status.SKIPPED), LabRun.statuses(checked));
  }

  @Test
  void what_could_not_be_found_out_is_told_beside_what_is_missing() {
    String what = unmet("{kernel: [labrun_no_such_thing], memory: 900t}");
    assertEquals("2 things that it requires are not here", what);
  }

  @Test
  void without_the_image_that_looks_it_is_an_error() {
    lab =
        LabRun.of(
            engine,
            SCENARIO.formatted("{interfaces: [lo]}")
                + "defaults: {probe_image: 127.0.0.1:1/no-such:1}\n");
    ScenarioResult result = lab.run();
    assertEquals(Outcome.ERROR, result.outcome());
    String what = result.problem().orElseThrow().what();
    assertTrue(what.startsWith("the image `127.0.0.1:1/no-such:1` can't be had"), what);
  }

  @Test
  void stopped_while_it_looks_it_leaves_nothing() {
    lab = LabRun.of(engine, SCENARIO.formatted("{drivers: {network: [macvlan, ipvlan]}}"));
    lab.on(
        event -> {
          if (event instanceof RunEvent.RequirementsStarted) {
            lab.cancel();
          }
        });
    assertEquals(Outcome.INTERRUPTED, lab.run().outcome());
    assertFalse(lab.events().stream().anyMatch(RunEvent.StepStarted.class::isInstance));
    assertEquals(List.of(), lab.standing());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** What the machine that this test runs on says, asked without labrun. */
  private static boolean says(String script) throws Exception {
    return new ProcessBuilder("sh", "-c", script).start().waitFor() == 0;
  }
}
