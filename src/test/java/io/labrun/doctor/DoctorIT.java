package io.labrun.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.machine.LocalMachine;
import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.testbed.Alone;
import io.labrun.testbed.TestEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Alone.TRIALS)
final class DoctorIT {
  private static final Doctor DOCTOR =
      new Doctor(new LocalMachine(), TestEngine::connect, List.of("busybox", "no-such/image:1"));
  private static final List<Finding> TOLD = new ArrayList<>();
  private static Map<String, Finding> findings;

  @BeforeAll
  static void examine() {
    List<Finding> all = DOCTOR.examine(TOLD::add);
    findings = all.stream().collect(Collectors.toMap(Finding::subject, f -> f));
    assertEquals(TOLD, all);
  }

  @Test
  void the_engine_is_named_with_version_and_address() {
    Finding engine = findings.get("engine");
    assertEquals(Finding.State.OK, engine.state());
    String way = "context \"default\" → unix:///.*: Docker \\S+ answers, API .*";
    assertTrue(engine.meaning().matches(way), engine.meaning());
    assertEquals("engine", TOLD.get(0).subject());
  }

  @Test
  void bridge_and_macvlan_were_tried_with_a_container() {
    assertEquals(
        "works: a container was attached", findings.get("network driver bridge").meaning());
    assertEquals(
        "works: a container was attached", findings.get("network driver macvlan").meaning());
  }

  @Test
  void a_driver_that_is_only_listed_is_not_taken_for_one_that_works() {
    Finding ipvlan = findings.get("network driver ipvlan");
    boolean works = ipvlan.state() == Finding.State.OK;
    assertEquals(works, ipvlan.command().isEmpty());
    assertTrue(works || ipvlan.meaning().startsWith("does not work: "), ipvlan.meaning());
  }

  @Test
  void memory_and_disk_are_looked_at_with_numbers() {
    assertTrue(findings.get("memory").meaning().matches(".* has [\\d.]+ [KMGT]iB.*"));
    assertTrue(findings.get("disk").meaning().matches("[\\d.]+ [KMGT]iB free in .*"));
  }

  @Test
  void each_image_is_looked_for() {
    assertEquals(Finding.State.OK, findings.get("image busybox").state());
    Finding missing = findings.get("image no-such/image:1");
    assertEquals(Finding.State.DEGRADED, missing.state());
    assertEquals("labrun doctor --fix", missing.command().orElseThrow());
  }

  @Test
  void nothing_of_it_is_left() {
    try (Engine engine = TestEngine.connect()) {
      assertEquals(List.of(), engine.labelled(Map.of(Labels.SCENARIO, Trials.SCENARIO)));
    }
  }
}
