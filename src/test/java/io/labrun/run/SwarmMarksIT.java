package io.labrun.run;

import static io.labrun.run.LabRun.passed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.ScenarioResult;
import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import io.labrun.run.engine.VolumeRequest;
import io.labrun.scenario.spec.VolumeSpec;
import io.labrun.testbed.InnerEngine;
import io.labrun.testbed.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs that make their engine a swarm, several at once and some that were killed. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Takes(seconds = 45)
final class SwarmMarksIT {
  private static final String YAML =
      """
      name: it-marks
      requires: {grants: [swarm]}
      services:
        web: {image: busybox, init: true, command: sleep infinity}
      assertions:
        - {name: it runs, tasks: {service: web}, expect: {length: 1, all: {state: running}}}
      """;

  private static InnerEngine inner;
  private static Engine engine;

  @BeforeAll
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  static void start() {
    inner = InnerEngine.start();
    engine = inner.connect();
  }

  @AfterAll
  static void stop() {
    engine.close();
    inner.close();
  }

  @AfterEach
  void leave() {
    new StandingRuns(engine)
        .list()
        .forEach(run -> new StandingRuns(engine).remove(run, event -> {}));
    engine.swarm().leave();
  }

  private static boolean isSwarm() {
    return new Tree(engine.inspect(ObjectKind.ENGINE, ""))
        .text("Swarm", "LocalNodeState")
        .filter("active"::equals)
        .isPresent();
  }

  private static void requireUntouched() {
    assertEquals(List.of(), engine.labelled(Map.of(Labels.RUN, "")));
    assertFalse(isSwarm());
  }

  @Test
  void the_swarm_that_a_run_made_stays_as_long_as_another_run_uses_it() {
    LabRun maker = LabRun.of(engine, YAML);
    LabRun user = LabRun.of(engine, YAML);
    maker.up();
    user.up();
    maker.remove();
    assertEquals(List.of(), maker.standing());
    passed(user.check());
    user.remove();
    requireUntouched();
  }

  @Test
  void runs_that_come_and_go_at_once_do_not_take_it_from_each_other() {
    List<CompletableFuture<ScenarioResult>> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      LabRun run = LabRun.of(engine, YAML);
      Executor later = CompletableFuture.delayedExecutor(i * 1500L, TimeUnit.MILLISECONDS);
      runs.add(CompletableFuture.supplyAsync(run::run, later));
    }
    runs.forEach(run -> passed(run.join()));
    requireUntouched();
  }

  @Test
  void a_swarm_that_was_made_after_a_run_was_killed_is_not_taken_for_that_runs() {
    killed("it-marks-0001", Labels.SWARM_ROLE);
    engine.swarm().init(inner.address(), Map.of());
    passed(LabRun.of(engine, YAML).run());
    removeAll();
    assertTrue(isSwarm());
    engine.swarm().leave();
    requireUntouched();
  }

  @Test
  void a_run_that_was_killed_while_it_left_has_left_in_the_end() {
    killed("it-marks-0002", Labels.LEAVING_ROLE);
    engine.swarm().initAlone(Map.of(Labels.RUN, "it-marks-0002"));
    removeAll();
    requireUntouched();
  }

  @Test
  void a_swarm_in_which_somebody_else_works_is_not_left_by_one_who_leaves() {
    killed("it-marks-0003", Labels.LEAVING_ROLE);
    killed("it-marks-0004", Labels.SWARM_ROLE);
    engine.swarm().initAlone(Map.of(Labels.RUN, "it-marks-0003"));
    StandingRuns runs = new StandingRuns(engine);
    assertEquals(List.of(), runs.remove(runs.list().get(0), event -> {}));
    assertTrue(isSwarm());
    removeAll();
    requireUntouched();
  }

  /** What a run leaves that is killed at a certain moment. */
  private static void killed(String run, String role) {
    VolumeSpec plain =
        new VolumeSpec(
            Optional.empty(), false, Optional.empty(), Map.of(), Map.of(), Optional.empty(), true);
    Map<String, String> labels =
        Map.of(
            Labels.RUN, run, Labels.SCENARIO, "it-marks", Labels.ROLE, role, Labels.OWNER, "test");
    String end = role.equals(Labels.SWARM_ROLE) ? "_swarm" : "_leaving";
    engine.createVolume(new VolumeRequest(RunName.parse(run) + end, labels, plain));
  }

  private static void removeAll() {
    StandingRuns runs = new StandingRuns(engine);
    runs.list().forEach(run -> assertEquals(List.of(), runs.remove(run, event -> {})));
  }
}
