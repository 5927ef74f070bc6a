package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Outcome;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Snapshot;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.testbed.Around;
import io.labrun.testbed.StandIns;
import io.labrun.testbed.Takes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is known of a lab at the end of its run. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Takes(seconds = 40)
final class SnapshotIT extends OnTheEngine {
  private static final String LAB =
      """
      name: it-snapshot
      networks:
        front: {ipam: {config: [{subnet: 10.213.7.0/24}]}}
        back: {internal: true}
      containers:
        web:
          image: busybox
          command: sh -c "echo ready; sleep 1; echo oops >&2; exec sleep 600"
          networks: {front: {ipv4_address: 10.213.7.9, mac_address: "02:42:0a:d5:07:09"}, back: {}}
        job: {image: busybox, command: sh -c "seq 1 80; exit 3", networks: [back]}
        loose: {image: busybox, command: sleep 600, network_mode: none}
      assertions:
        - {name: it ends, state: {container: job}, expect: {exit_code: 3}}
      """;
  private static final String HAS_WRITTEN =
      "  - {name: it has written, logs: {container: web}, expect: {stderr: {contains: oops}}}\n";

  @BeforeAll
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  static void bring() {
    StandIns.bring(List.of("docker:dind"));
  }

  @Test
  void it_has_networks_addresses_exit_codes_and_the_ends_of_logs() {
    lab = LabRun.of(engine, LAB + HAS_WRITTEN).snapshot();
    assertEquals(Outcome.PASSED, lab.run().outcome());
    Snapshot seen = seen().orElseThrow();
    assertEquals(List.of("front", "back"), keysOfNetworks(seen));
    assertEquals(
        new Snapshot.Network("front", "bridge", List.of("10.213.7.0/24")), seen.networks().get(0));
    assertEquals(1, seen.networks().get(1).subnets().size());
    Snapshot.Container web = container(seen, "web");
    assertEquals("running", web.status());
    assertEquals(Optional.empty(), web.exitCode());
    assertEquals(
        new Snapshot.Address("front", "10.213.7.9", "02:42:0a:d5:07:09"), web.addresses().get(0));
    assertEquals("back", web.addresses().get(1).network());
    assertTrue(web.addresses().get(1).ip().matches("[\\d.]+"), web.toString());
    assertEquals(List.of("ready", "oops"), web.log());
    Snapshot.Container job = container(seen, "job");
    assertEquals("exited", job.status());
    assertEquals(Optional.of(3), job.exitCode());
    assertEquals(50, job.log().size());
    assertEquals("80", job.log().get(49));
    assertEquals("none", container(seen, "loose").addresses().get(0).network());
  }

  @Test
  void it_is_taken_after_the_last_verdict_and_before_anything_is_removed() {
    lab = LabRun.of(engine, LAB).snapshot();
    lab.run();
    List<String> order =
        lab.events().stream()
            .filter(
                e ->
                    e instanceof RunEvent.AssertionFinished
                        || e instanceof RunEvent.SnapshotTaken
                        || e instanceof RunEvent.RemovalStarted)
            .map(e -> e.getClass().getSimpleName())
            .toList();
    assertEquals(List.of("AssertionFinished", "SnapshotTaken", "RemovalStarted"), order);
  }

  @Test
  void nobody_looks_where_nobody_asked() {
    lab = LabRun.of(engine, LAB);
    lab.run();
    assertEquals(Optional.empty(), seen());
  }

  @Test
  void of_a_set_up_that_broke_off_it_has_what_stands() {
    lab =
        LabRun.of(
                engine,
                """
                name: it-snapshot
                networks: {back: {}}
                containers:
                  web: {image: busybox, command: sleep 600, networks: [back]}
                  broken: {image: busybox, command: /no/such/program, depends_on: [web]}
                assertions:
                  - {name: untried, state: {container: web}, expect: {status: running}}
                """)
            .snapshot();
    assertEquals(Outcome.ERROR, lab.run().outcome());
    Snapshot seen = seen().orElseThrow();
    assertEquals("running", container(seen, "web").status());
    assertEquals("created", container(seen, "broken").status());
  }

  @Test
  void containers_on_hosts_are_in_it() {
    lab =
        LabRun.of(
                engine,
                """
                name: it-snapshot
                hosts: {one: {}}
                networks: {inner: {host: one}}
                containers:
                  web: {image: busybox, host: one, command: sleep 600, networks: [inner]}
                  outer: {image: busybox, command: sleep 600}
                assertions:
                  - {name: it runs, state: {container: web}, expect: {status: running}}
                """)
            .snapshot();
    assertEquals(Outcome.PASSED, lab.run().outcome());
    Snapshot seen = seen().orElseThrow();
    Snapshot.Container web = container(seen, "web");
    assertEquals("one", web.host());
    assertEquals("inner", web.addresses().get(0).network());
    assertEquals("", container(seen, "outer").host());
    assertEquals(List.of("inner"), keysOfNetworks(seen));
  }

  @Test
  void what_an_engine_does_not_tell_is_left_out_and_spoils_nothing() {
    Engine forgetful =
        failing(
            (method, arguments) ->
                method.equals("logs")
                    || method.equals("inspect") && arguments[0] == ObjectKind.NETWORK);
    lab = LabRun.of(forgetful, LAB).snapshot();
    ScenarioResult result = lab.run();
    assertEquals(Outcome.PASSED, result.outcome());
    Snapshot seen = seen().orElseThrow();
    assertEquals(List.of(), seen.networks());
    assertEquals(List.of(), container(seen, "web").log());
    assertEquals("running", container(seen, "web").status());
  }

  @Test
  void an_engine_that_does_not_answer_is_not_waited_for_forever() throws Exception {
    lab = LabRun.of(engine, LAB).keep(Keep.ALWAYS);
    lab.run();
    io.labrun.run.lab.Lab silent = new io.labrun.run.lab.Lab(silent(), lab.plan());
    lab.standing().stream()
        .filter(object -> object.kind() == ObjectKind.CONTAINER)
        .forEach(object -> silent.containers().stands("web", object.id()));
    try (Workers workers = new Workers("test", 2)) {
      Stopwatch watch = new Stopwatch();
      Snapshot seen = new SnapshotTaker(silent, workers, java.time.Duration.ofMillis(300)).take();
      assertEquals(List.of(), seen.containers());
      assertTrue(watch.elapsed().toMillis() < 3_000, watch.elapsed().toString());
    }
  }

  /** The real engine, but for calls that fail. */
  private Engine failing(BiPredicate<String, Object[]> which) {
    return Around.of(
        engine,
        (method, arguments, call) -> {
          if (which.test(method, arguments)) {
            throw new EngineException(EngineException.Kind.TIMEOUT, "no answer in time");
          }
          return call.answer();
        });
  }

  private Engine silent() {
    return Around.of(
        engine,
        (method, arguments, call) -> {
          try {
            Thread.sleep(5_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return call.answer();
        });
  }

  private Optional<Snapshot> seen() {
    return lab.events().stream()
        .filter(RunEvent.SnapshotTaken.class::isInstance)
        .map(event -> ((RunEvent.SnapshotTaken) event).snapshot())
        .findFirst();
  }

  private static List<String> keysOfNetworks(Snapshot seen) {
    return seen.networks().stream().map(Snapshot.Network::key).toList();
  }

  private static Snapshot.Container container(Snapshot seen, String key) {
    return seen.containers().stream()
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
