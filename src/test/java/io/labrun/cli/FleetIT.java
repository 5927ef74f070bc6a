package io.labrun.cli;

import static io.labrun.cli.BatchFolder.QUICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.Engine;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.NetworkRequest;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.Subnets;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.Subnet;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import io.labrun.testbed.InnerEngine;
import io.labrun.testbed.Program;
import io.labrun.testbed.Takes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A batch on two engines, one of which is the tests' own; in the end it dies. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Takes(seconds = 80)
final class FleetIT {
  private static final Span SPAN = new SourceText("x.yaml", "n").span(0, 1);
  private static final String USUAL = "unix:///var/run/docker.sock";

  /** Three subnets for networks, besides the one that the engine's usual network takes. */
  private static final String POOLS = "--default-address-pool=base=10.99.0.0/22,size=24";

  /** Lasts a few seconds. */
  private static final String LASTS =
      QUICK.replace(
          "assertions:",
          "assertions:\n  - {name: n, do: [sleep: 3s], exec: {container: c, command: 'true'}}");

  /** A network of which nothing is said. */
  private static final NetworkSpec CHOSEN =
      NetworkSpec.read(
          new Resource("n", SPAN, new Data.Mapping(Map.of(), SPAN)), TextResolver.AS_WRITTEN);

  private static InnerEngine inner;

  @TempDir private Path folder;
  private BatchFolder batch;

  @BeforeAll
  static void anotherEngine() {
    inner = InnerEngine.start(POOLS);
  }

  @AfterAll
  static void away() {
    inner.close();
  }

  @BeforeEach
  void aFolder() {
    batch = new BatchFolder(folder, "it-fleet-");
  }

  private List<String> four(String... words) throws Exception {
    List<String> out = new ArrayList<>(List.of(words));
    out.addAll(List.of("-H", inner.host(), "-H", USUAL));
    for (String name : List.of("a", "b", "c", "d")) {
      out.add(batch.file(name, LASTS));
    }
    return out;
  }

  private static List<LabelledObject> there() {
    try (Engine engine = inner.connect()) {
      return engine.labelled(Map.of("io.labrun.run", ""));
    }
  }

  /** Until a scenario of the first half is up on the engine that is going to leave. */
  private static void awaitRunThere(BatchFolder.Started started) throws Exception {
    started.await(
        () -> there().stream().anyMatch(object -> object.status().equals("running")),
        "nothing began there");
  }

  @Test
  @Order(1)
  void what_is_kept_is_said_with_its_engine_and_the_command_removes_it() throws Exception {
    String fails = QUICK.replace("status: running}", "status: paused}, within: 0s");
    Program.Ended ended =
        batch.run(
            "--keep=failed",
            "-j1",
            "-H",
            inner.host(),
            "-H",
            USUAL,
            batch.file("a", fails),
            batch.file("b", fails));
    assertEquals(1, ended.status(), ended.out());
    assertEquals(1, there().size(), ended.out());
    for (String host : List.of(inner.host(), USUAL)) {
      String stands = "labrun: (it-fleet-[ab]-[0-9a-f]{4}) stands on " + Pattern.quote(host);
      Matcher run = Pattern.compile(stands).matcher(ended.out());
      assertTrue(run.find(), ended.out());
      Program.Ended removed = batch.run("down", run.group(1), "--host", host);
      assertEquals(0, removed.status(), removed.out());
      String down = "labrun down " + run.group(1) + " --host " + host;
      assertTrue(ended.out().contains("  help   " + down + "    removes it\n"), ended.out());
      assertTrue(ended.out().contains("  down  " + down + "\n"), ended.out());
      String shell = "docker -H " + host + " exec -it " + run.group(1) + "-c sh\n";
      assertTrue(ended.out().contains(shell), ended.out());
    }
    assertEquals(List.of(), there());
    batch.assertNothingStands();
  }

  @Test
  @Order(3)
  void where_all_subnets_are_asked_for_one_of_them_is_better_than_none() {
    Map<String, String> label = Map.of("io.labrun.run", "it-fleet-subnets-0001");
    NetworkRequest request = new NetworkRequest("it-fleet-subnet", label, CHOSEN);
    try (Engine engine = inner.connect()) {
      for (String asked : List.of("10.99.0.0/16", "10.99.1.0/24", "10.99.0.0/23")) {
        Subnets subnets = new Subnets();
        subnets.ask(List.of(Subnet.parse(asked).orElseThrow()));
        String id = subnets.create(engine, request);
        Tree made = new Tree(engine.inspect(ObjectKind.NETWORK, id));
        String subnet = made.items("IPAM", "Config").get(0).text("Subnet").orElseThrow();
        boolean inside = Subnet.parse(asked).get().contains(Subnet.parse(subnet).get());
        assertEquals(asked.endsWith("/16"), inside, subnet + " and " + asked);
        assertEquals(1, engine.labelled(label).size(), "what was held is gone");
        engine.removeNetwork(id);
      }
    }
  }

  /** The first is left standing, so that both are up at once whatever comes first. */
  @Test
  @Order(2)
  void a_subnet_that_the_engine_chooses_is_never_one_that_another_file_asks_for() throws Exception {
    String networks = "networks: {n: %s}\ncontainers:";
    String own = QUICK.replace("infinity}", "infinity, networks: [n]}");
    String chosen = own.replace("containers:", networks.replace("%s", "{}"));
    List<String> words = new ArrayList<>(List.of("--keep=always", "-j1", "-H", inner.host()));
    words.add(batch.file("chosen", chosen));
    for (int third : List.of(1, 2)) {
      String subnet = "{ipam: {config: [{subnet: 10.99." + third + ".0/24}]}}";
      words.add(
          batch.file("fixed" + third, own.replace("containers:", networks.replace("%s", subnet))));
    }
    try {
      Program.Ended ended = batch.run(words.toArray(String[]::new));
      assertEquals(0, ended.status(), ended.out());
      assertFalse(there().stream().anyMatch(o -> o.name().contains("held")), there()::toString);
    } finally {
      assertEquals(0, batch.run("clean", "--all", "--yes", "--host", inner.host()).status());
    }
  }

  @Test
  @Order(3)
  void what_is_set_up_takes_no_subnet_that_it_asks_for_itself() throws Exception {
    String two = "networks: {a: {}, b: {ipam: {config: [{subnet: 10.99.1.0/24}]}}}\ncontainers:";
    String file = batch.file("two", QUICK.replace("containers:", two));
    Program.Ended ended = batch.run("up", file, "--host", inner.host());
    assertEquals(0, ended.status(), ended.out());
    assertEquals(0, batch.run("down", file, "--host", inner.host()).status());
  }

  @Test
  @Order(4)
  void a_silent_engine_is_missed_soon_and_its_scenarios_are_done_again_elsewhere()
      throws Exception {
    BatchFolder.Started started = batch.start(four("-j2"));
    awaitRunThere(started);
    inner.fallSilent();
    long since = System.nanoTime();
    try {
      String gone = "the engine " + inner.host();
      started.awaitWords(gone);
      long missed = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
      assertTrue(missed < 60, "missed after " + missed + " s");
      started.awaitWords("✓ d");
      long ended = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
      assertTrue(ended < 100, "ended after " + ended + " s, so somebody waited for it");
    } finally {
      inner.answerAgain();
    }
    assertEquals(0, started.status(), started::text);
    assertTrue(started.text().contains("4 of 4 scenarios passed"), started::text);
    assertTrue(started.text().contains(", done again elsewhere"), started::text);
    assertEquals(List.of(), there(), started::text);
    batch.assertNothingStands();
  }

  @Test
  @Order(5)
  void the_only_engine_is_waited_for_and_what_it_left_undone_is_done_again() throws Exception {
    String breaks = LASTS.replace("do: [sleep: 3s], ", "").replace("'true'", "sleep 2");
    String first = batch.file("a", breaks);
    List<String> words = List.of("-j1", "-H", inner.host(), first, batch.file("b", QUICK));
    BatchFolder.Started started = batch.start(words);
    awaitRunThere(started);
    inner.startAgain();
    assertEquals(0, started.status(), started::text);
    String again = "the engine " + inner.host() + " answers again";
    assertTrue(started.text().contains(again), started::text);
    assertTrue(started.text().contains("2 of 2 assertions passed, done again"), started::text);
    assertTrue(started.text().contains("2 of 2 scenarios passed"), started::text);
    assertEquals(List.of(), there(), started::text);
  }

  @Test
  @Order(6)
  void an_engine_that_dies_has_its_scenarios_done_again_elsewhere() throws Exception {
    BatchFolder.Started started = batch.start(four("-v", "-j2", "--report=tap=r.tap"));
    awaitRunThere(started);
    inner.close();
    assertEquals(5, started.status(), started::text);
    assertTrue(started.text().contains("4 of 4 scenarios passed"), started::text);
    String removes = "help  labrun down it-fleet-\\w-\\w{4} --host " + Pattern.quote(inner.host());
    assertTrue(Pattern.compile(removes).matcher(started.text()).find(), started::text);
    batch.assertNothingStands();
  }
}
