package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Outcome;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.plan.Labels;
import io.labrun.plan.StepKind;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run of another process has the subnet that a run asks for. */
final class NeighboursIT extends OnTheEngine {
  private static final String LAB =
      """
      name: %s
      networks: {n: {ipam: {config: [{subnet: 10.97.31.0/24}]}}}
      containers: {c: {image: busybox, command: sleep infinity, networks: [n]}}
      assertions:
        - {name: it runs, state: {container: c}, expect: {status: running}}
      """;

  private LabRun other;

  @AfterEach
  void otherGoes() {
    other.remove();
  }

  private void stands(String owner, String keep) {
    other = LabRun.of(engine, LAB.formatted("it-neighbour-there"));
    other.labels(Map.of(Labels.OWNER, owner, Labels.KEEP, keep));
    assertEquals(Outcome.PASSED, other.up().outcome());
    lab = LabRun.of(engine, LAB.formatted("it-neighbour"));
  }

  /** Does something soon after the network was begun. */
  private void meanwhile(Runnable work) {
    lab.on(
        event -> {
          if (event instanceof RunEvent.StepStarted step
              && step.step().kind() == StepKind.NETWORK) {
            CompletableFuture.delayedExecutor(1_200, TimeUnit.MILLISECONDS).execute(work);
          }
        });
  }

  @Test
  void who_is_about_to_end_is_waited_for() {
    stands("alive", "never");
    meanwhile(other::remove);
    LabRun.passed(lab.run());
  }

  @Test
  void waiting_ends_where_somebody_asks_to_stop() {
    stands("alive", "never");
    meanwhile(lab::cancel);
    ScenarioResult result = lab.run();
    assertEquals(Outcome.INTERRUPTED, result.outcome(), result.toString());
    assertTrue(result.time().compareTo(Duration.ofSeconds(30)) < 0, result.toString());
  }

  @Test
  void who_stays_is_not_waited_for_but_named() {
    for (String keep : new String[] {"always", "never"}) {
      stands(keep.equals("always") ? "alive" : "dead", keep);
      ScenarioResult result = lab.run();
      String words =
          "the subnet 10.97.31.0/24 overlaps with the network \"%s-n\" (10.97.31.0/24, of the"
              + " labrun run %s: labrun down %s removes it)";
      String run = other.plan().run().toString();
      assertEquals(words.formatted(run, run, run), result.problem().orElseThrow().what());
      other.remove();
    }
  }
}
