package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Names;
import io.labrun.plan.Plan;
import io.labrun.plan.RunName;
import io.labrun.run.Cancellation;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Defaults;
import io.labrun.scenario.LocalText;
import io.labrun.scenario.Named;
import io.labrun.scenario.Requires;
import io.labrun.scenario.Scenario;
import io.labrun.source.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the shell is told (language, "Results"). */
final class ExitStatusTest {
  private static final SourceText TEXT = new SourceText("x.yaml", "name: x");
  static final Plan PLAN =
      new Plan(
          new Scenario(
              TEXT,
              new Named("x", TEXT.span(6, 7)),
              LocalText.NONE,
              LocalText.NONE,
              List.of(),
              Requires.NOTHING,
              Defaults.LANGUAGE,
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(),
              List.of(),
              List.of()),
          new RunName("x", "0000"),
          new Names(Map.of(), Map.of(), Map.of(), Map.of(), Map.of()),
          List.of());

  private static final FileResult INVALID = FileResult.invalid("x", List.of());

  private static ScenarioResult result(Outcome outcome, Leftover... left) {
    return new ScenarioResult(
        PLAN, outcome, List.of(), Optional.empty(), List.of(left), false, Duration.ZERO);
  }

  private static FileResult file(Outcome outcome, Leftover... left) {
    return FileResult.of("x", ScenarioRun.of(result(outcome, left)));
  }

  private static int of(FileResult... files) {
    return ExitStatus.of(List.of(files), false).code();
  }

  @Test
  void one_file() {
    assertEquals(0, of(file(Outcome.PASSED)));
    assertEquals(1, of(file(Outcome.FAILED)));
    assertEquals(3, of(INVALID));
    assertEquals(4, of(file(Outcome.ERROR)));
    assertEquals(4, of(file(Outcome.REFUSED)));
    assertEquals(4, of(file(Outcome.SKIPPED)), "nothing was checked at all");
    assertEquals(5, of(file(Outcome.PASSED, new Leftover("network", "n", "busy"))));
    assertEquals(5, of(file(Outcome.FAILED, new Leftover("network", "n", "busy"))));
  }

  @Test
  void of_several_the_first_that_applies_of_5_3_1_4() {
    FileResult leaves = file(Outcome.PASSED, new Leftover("volume", "v", "busy"));
    FileResult passes = file(Outcome.PASSED);
    assertEquals(5, of(INVALID, file(Outcome.FAILED), leaves, file(Outcome.ERROR)));
    assertEquals(3, of(file(Outcome.ERROR), file(Outcome.FAILED), INVALID, passes));
    assertEquals(1, of(file(Outcome.ERROR), passes, file(Outcome.FAILED)));
    assertEquals(4, of(passes, file(Outcome.ERROR)));
    assertEquals(0, of(passes, passes));
  }

  @Test
  void a_skipped_one_among_others_changes_nothing() {
    assertEquals(0, of(file(Outcome.SKIPPED), file(Outcome.PASSED)));
    assertEquals(1, of(file(Outcome.SKIPPED), file(Outcome.FAILED)));
    assertEquals(4, of(file(Outcome.SKIPPED), file(Outcome.SKIPPED)));
    FileResult leaves = file(Outcome.SKIPPED, new Leftover("network", "n", "busy"));
    assertEquals(5, of(leaves, file(Outcome.PASSED)), "what it left counts all the same");
  }

  @Test
  void with_no_skip_a_skipped_one_could_not_run() {
    FileResult skipped = file(Outcome.SKIPPED);
    assertEquals(4, ExitStatus.of(List.of(skipped, file(Outcome.PASSED)), true).code());
    assertEquals(1, ExitStatus.of(List.of(skipped, file(Outcome.FAILED)), true).code());
    assertEquals(0, ExitStatus.of(List.of(file(Outcome.PASSED)), true).code());
  }

  private static final List<Assertion> CLAIMS =
      new ScenarioLoader()
          .load(
              new SourceText(
                  "x.yaml",
                  """
                  name: x
                  containers: {c: {image: busybox}}
                  assertions:
                    - {name: counts, exec: {container: c, command: ls}}
                    - {name: warns, exec: {container: c, command: ls}, level: warning}
                  """),
              Given.NOTHING)
          .scenario()
          .orElseThrow()
          .assertions();

  /** One that passed, whose claim that only warns came to a status. */
  private static FileResult warned(Status status) {
    Problem why = Problem.of("it was not so");
    ScenarioResult result =
        new ScenarioResult(
            PLAN,
            Outcome.PASSED,
            List.of(
                AssertionResult.untried(CLAIMS.get(0), Status.PASSED, why),
                AssertionResult.untried(CLAIMS.get(1), status, why)),
            Optional.empty(),
            List.of(),
            false,
            Duration.ZERO);
    return FileResult.of("x", ScenarioRun.of(result));
  }

  /** One that was run several times, of which one decides. */
  private static FileResult runs(int deciding, Outcome... outcomes) {
    List<ScenarioRun> runs =
        Stream.of(outcomes).map(outcome -> ScenarioRun.of(result(outcome))).toList();
    return new FileResult("x", List.of(), Optional.empty(), runs, deciding);
  }

  private static int strict(FileResult... files) {
    return ExitStatus.of(List.of(files), false, true).code();
  }

  @Test
  void strict_lets_a_warning_that_does_not_hold_count_as_failed() {
    assertEquals(0, strict(warned(Status.PASSED)));
    assertEquals(0, of(warned(Status.FAILED)));
    assertEquals(1, strict(warned(Status.FAILED)));
    assertEquals(0, of(warned(Status.ERROR)));
    assertEquals(4, strict(warned(Status.ERROR)), "it could not be checked");
    assertEquals(1, strict(warned(Status.ERROR), warned(Status.FAILED)));
  }

  @Test
  void what_strictness_changes_is_said() {
    FileResult passes = file(Outcome.PASSED);
    FileResult skipped = file(Outcome.SKIPPED);
    Strictness strict = new Strictness(false, true);
    assertEquals(
        List.of("exit status 1: --strict counts as failed: x"),
        strict.reason(List.of(passes, warned(Status.FAILED), skipped)));
    assertEquals(
        List.of("exit status 4: --strict counts as not run: x"),
        strict.reason(List.of(passes, skipped)));
    assertEquals(
        List.of("exit status 4: --no-skip counts as not run: x"),
        new Strictness(true, false).reason(List.of(skipped, passes)));
  }

  @Test
  void what_it_does_not_change_needs_no_word() {
    Strictness strict = new Strictness(true, true);
    assertEquals(List.of(), strict.reason(List.of(file(Outcome.PASSED))));
    assertEquals(List.of(), strict.reason(List.of(file(Outcome.SKIPPED))));
    assertEquals(List.of(), strict.reason(List.of(file(Outcome.FAILED), warned(Status.FAILED))));
    assertEquals(
        List.of(),
        new Strictness(false, false).reason(List.of(file(Outcome.SKIPPED), warned(Status.FAILED))));
  }

  @Test
  void strict_lets_a_flaky_one_count_as_failed() {
    FileResult retried = runs(1, Outcome.FAILED, Outcome.PASSED);
    assertEquals(0, of(retried));
    assertEquals(1, strict(retried));
    assertEquals(1, strict(runs(2, Outcome.ERROR, Outcome.ERROR, Outcome.PASSED)));
    FileResult moved = runs(1, Outcome.INTERRUPTED, Outcome.PASSED);
    assertEquals(0, strict(moved), "an engine that was gone says nothing of the scenario");
  }

  @Test
  void repeated_ones_that_did_not_always_pass_count_as_failed_in_any_case() {
    FileResult repeated = runs(1, Outcome.PASSED, Outcome.FAILED, Outcome.PASSED);
    assertEquals(1, of(repeated));
    assertEquals(1, strict(repeated));
    assertEquals(4, of(runs(0, Outcome.ERROR, Outcome.PASSED)));
  }

  @Test
  void strict_lets_a_skipped_one_count_as_not_run_and_changes_nothing_else() {
    FileResult skipped = file(Outcome.SKIPPED);
    assertEquals(4, strict(skipped, file(Outcome.PASSED)));
    assertEquals(1, strict(skipped, file(Outcome.FAILED)));
    assertEquals(0, strict(file(Outcome.PASSED)));
    assertEquals(3, strict(file(Outcome.PASSED), INVALID, warned(Status.FAILED)));
    FileResult leaves = file(Outcome.PASSED, new Leftover("volume", "v", "busy"));
    assertEquals(5, strict(leaves, INVALID, skipped));
    assertEquals(4, strict(FileResult.unrun("x", Problem.of("the batch ended before"))));
  }

  @Test
  void after_an_interrupt_the_signal_counts_once_everything_is_removed() {
    Cancellation none = new Cancellation();
    assertEquals(ExitStatus.FAILED, Interrupts.status(none, ExitStatus.FAILED));
    assertEquals(130, after("SIGINT", ExitStatus.NOT_RUN));
    assertEquals(143, after("SIGTERM", ExitStatus.FAILED));
    assertEquals(143, after("SIGHUP", ExitStatus.PASSED));
    assertEquals(5, after("SIGINT", ExitStatus.LEFTOVERS));
  }

  private static int after(String signal, ExitStatus otherwise) {
    Cancellation asked = new Cancellation();
    asked.cancel(signal);
    return Interrupts.status(asked, otherwise).code();
  }

  /** A solution whose only claim came to a status. */
  private static FileResult solution(Status status, Leftover... left) {
    Problem why = Problem.of("it was not so");
    ScenarioResult result =
        new ScenarioResult(
            PLAN,
            status == Status.PASSED ? Outcome.PASSED : Outcome.FAILED,
            List.of(AssertionResult.untried(CLAIMS.get(0), status, why)),
            Optional.empty(),
            List.of(left),
            false,
            Duration.ZERO);
    return FileResult.of("x", ScenarioRun.of(result));
  }

  @Test
  void a_trial_that_leaves_something_behind_says_so_before_all_else() {
    Leftover left = new Leftover("network", "n", "busy");
    assertEquals(ExitStatus.PASSED, SolutionTrial.of(solution(Status.PASSED), false));
    assertEquals(ExitStatus.NOT_RUN, SolutionTrial.of(solution(Status.FAILED), false));
    assertEquals(ExitStatus.PASSED, SolutionTrial.of(solution(Status.BLOCKED), true));
    assertEquals(ExitStatus.LEFTOVERS, SolutionTrial.of(solution(Status.PASSED, left), false));
    assertEquals(ExitStatus.LEFTOVERS, SolutionTrial.of(solution(Status.FAILED, left), false));
    assertEquals(ExitStatus.LEFTOVERS, SolutionTrial.of(solution(Status.BLOCKED, left), true));
  }
}
