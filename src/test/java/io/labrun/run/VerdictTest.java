package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.AssertionResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.scenario.Assertion;
import io.labrun.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final List<Assertion> CLAIMS =
      new ScenarioLoader()
          .load(
              new SourceText(
                  "it.yaml",
                  """
                  name: verdict
                  containers: {web: {image: busybox}}
                  assertions:
                    - {name: counts, exec: {container: web, command: ls}}
                    - {name: warns, exec: {container: web, command: ls}, level: warning}
                  """),
              Given.NOTHING)
          .scenario()
          .orElseThrow()
          .assertions();

  @Test
  void aFailureCountsBeforeAnError() {
    assertEquals(Outcome.FAILED, verdict(counts(Status.ERROR), counts(Status.FAILED)));
  }

  @Test
  void whatWasNotCheckedIsNeverAPass() {
    assertEquals(Outcome.ERROR, verdict(counts(Status.PASSED), counts(Status.ERROR)));
    assertEquals(Outcome.ERROR, verdict(counts(Status.PASSED), counts(Status.BLOCKED)));
    assertEquals(Outcome.ERROR, verdict(counts(Status.PASSED), counts(Status.SKIPPED)));
    assertEquals(Outcome.ERROR, verdict());
  }

  @Test
  void whatOnlyWarnsDoesNotCount() {
    assertEquals(Outcome.PASSED, verdict(counts(Status.PASSED), warns(Status.FAILED)));
    assertEquals(Outcome.PASSED, verdict(counts(Status.PASSED), warns(Status.ERROR)));
  }

  @Test
  void warningsAloneMustHaveBeenCheckedToo() {
    assertEquals(Outcome.ERROR, verdict(warns(Status.ERROR)));
    assertEquals(Outcome.PASSED, verdict(warns(Status.FAILED)));
  }

  private static Outcome verdict(AssertionResult... results) {
    return Verdict.of(List.of(results));
  }

  private static AssertionResult counts(Status status) {
    return AssertionResult.untried(CLAIMS.get(0), status, Problem.of("x"));
  }

  private static AssertionResult warns(Status status) {
    return AssertionResult.untried(CLAIMS.get(1), status, Problem.of("x"));
  }
}
