package io.labrun.grade;

import io.labrun.event.AssertionResult;
import io.labrun.event.Leftover;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run says of the student: points that were reached before a limit stay; what could not be
 * tried for a reason that lies in the submission gets none, and that reason.
 */
final class GradedRun {
  private GradedRun() {}

  /**
   * The result as it counts.
   *
   * @param more what else was left behind
   */
  static ScenarioResult of(ScenarioResult result, List<Leftover> more) {
    List<Leftover> leftovers = new ArrayList<>(result.leftovers());
    leftovers.addAll(more);
    return new ScenarioResult(
        result.plan(),
        result.outcome(),
        result.problem().map(why -> because(result.assertions(), why)).orElse(result.assertions()),
        result.problem(),
        leftovers,
        result.kept(),
        result.time());
  }

  private static List<AssertionResult> because(List<AssertionResult> all, Problem why) {
    return all.stream()
        .map(one -> one.status() == Status.SKIPPED ? blocked(one, why) : one)
        .toList();
  }

  private static AssertionResult blocked(AssertionResult one, Problem why) {
    return AssertionResult.untried(one.assertion(), Status.BLOCKED, why);
  }
}
