package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.AssertionResult;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.source.Marks;
import io.labrun.source.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The verdict on a scenario in which nothing was checked says whether there was anything to check.
 */
final class VerdictTextTest {
  private static String words(AssertionResult... results) {
    return VerdictText.words(
        new ScenarioResult(
            Example.plan(),
            Outcome.ERROR,
            List.of(results),
            Optional.empty(),
            List.of(),
            false,
            Duration.ZERO));
  }

  @Test
  void without_assertions_there_was_nothing() {
    assertEquals("nothing was checked: there are no assertions", words());
  }

  @Test
  void what_was_not_tried_was_something() {
    Problem why = Problem.of("the lab could not be set up");
    assertEquals(
        "nothing was checked",
        words(AssertionResult.untried(Example.resolves(), Status.SKIPPED, why)));
  }

  @Test
  void on_a_narrow_terminal_it_is_cut_between_words_and_the_time_stays_whole() {
    AssertionResult passed = Example.passed(Example.resolves(), 10);
    ScenarioResult result =
        new ScenarioResult(
            Example.plan(),
            Outcome.FAILED,
            List.of(passed, Example.reached(), Example.reached()),
            Optional.empty(),
            List.of(),
            false,
            Duration.ofMillis(2100));
    Pen narrow = new Pen(new Theme(Marks.ASCII, false, 45));
    assertEquals(
        List.of("lab: 1 of 3 assertions passed, 2 failed in", "2.1 s"),
        VerdictText.lines(result, "lab: ", narrow));
    Pen wide = new Pen(Theme.PLAIN);
    assertEquals(
        List.of("1 of 3 assertions passed, 2 failed in 2.1 s"),
        VerdictText.lines(result, "", wide));
  }
}
