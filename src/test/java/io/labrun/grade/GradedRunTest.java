package io.labrun.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.AssertionResult;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.source.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What a run says of a student: what was reached stays, what was not tried has the run's reason.
 */
final class GradedRunTest {
  private static final Plan PLAN = plan();
  private static final Problem LATE = Problem.of("its time of 5 s is over");

  private static Plan plan() {
    String yaml =
        """
        name: graded
        containers: {box: {image: busybox}}
        assertions:
          - {name: one, exec: {container: box, command: "true"}}
          - {name: two, exec: {container: box, command: "true"}}
        """;
    return Planner.plan(
        new ScenarioLoader()
            .load(new SourceText("graded.yaml", yaml), Given.NOTHING)
            .scenario()
            .orElseThrow(),
        new RunName("graded", "4f2a"));
  }

  private static ScenarioResult ran(Optional<Problem> why, Leftover... left) {
    AssertionResult passed =
        new AssertionResult(
            PLAN.scenario().assertions().get(0),
            Status.PASSED,
            Duration.ZERO,
            1,
            List.of(),
            List.of(),
            Optional.empty());
    AssertionResult untried =
        AssertionResult.untried(
            PLAN.scenario().assertions().get(1), Status.SKIPPED, Problem.of("the run ended"));
    return new ScenarioResult(
        PLAN,
        Outcome.ERROR,
        List.of(passed, untried),
        why,
        List.of(left),
        false,
        Duration.ofSeconds(5));
  }

  private static List<Status> statuses(ScenarioResult result) {
    return result.assertions().stream().map(AssertionResult::status).toList();
  }

  @Test
  void what_was_reached_before_a_limit_stays_and_the_rest_has_the_limit_as_its_reason() {
    ScenarioResult graded = GradedRun.of(ran(Optional.of(LATE)), List.of());
    assertEquals(List.of(Status.PASSED, Status.BLOCKED), statuses(graded));
    assertEquals(Optional.of(LATE), graded.assertions().get(1).problem());
  }

  @Test
  void without_a_reason_nothing_is_changed() {
    ScenarioResult graded = GradedRun.of(ran(Optional.empty()), List.of());
    assertEquals(List.of(Status.PASSED, Status.SKIPPED), statuses(graded));
  }

  @Test
  void what_was_left_of_the_run_and_beside_it_is_told() {
    Leftover network = new Leftover("network", "n", "it is used");
    Leftover copy = new Leftover("run", "r", "no answer");
    ScenarioResult graded = GradedRun.of(ran(Optional.empty(), network), List.of(copy));
    assertEquals(List.of(network, copy), graded.leftovers());
  }
}
