package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.AssertionResult;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.plan.Plan;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Named;
import io.labrun.scenario.Scenario;
import io.labrun.source.Diagnostic;
import io.labrun.source.Marks;
import io.labrun.source.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A claim as long as a book fills no screen: its start is seen, and how much there is besides. */
final class LongClaimTest {
  private static final String WORD = "endless ";
  private static final int WORDS = 1_250;
  private static final int MOST_LINES = 40;
  private static final FlakyText FLAKY = new FlakyText(new Pen(Theme.PLAIN));
  private static final ReportSettings SETTINGS = ReportSettings.usual(Theme.PLAIN);

  /**
   * Something that is shown.
   *
   * @param name for people
   * @param whole how it begins, without what stands before it
   */
  record Shown(String name, String whole, List<String> lines) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static String endless(String first) {
    return (first + " " + WORD.repeat(WORDS)).strip();
  }

  private static Assertion claim() {
    Map<String, String> who = Map.of("from", "client");
    return Example.assertion(endless("claim"), "reach", who, endless("hint"));
  }

  private static Problem why() {
    return Problem.of(endless("reason")).details(List.of(endless("fact"))).help(endless("help"));
  }

  private static AssertionResult failed() {
    Mismatch wrong =
        new Mismatch(
            Example.at("{reachable: false}"), "reachable", endless("wanted"), endless("got"));
    Observation seen = new Observation("client", endless("saw"), Optional.empty(), List.of(wrong));
    return Example.failed(claim(), 1_000, 2, seen);
  }

  private static ScenarioResult result(AssertionResult... all) {
    Problem none = all.length == 0 ? why() : null;
    return new ScenarioResult(
        Example.plan(endless("title")),
        all.length == 0 ? Outcome.ERROR : Outcome.FAILED,
        List.of(all),
        Optional.ofNullable(none),
        List.of(),
        false,
        Duration.ofSeconds(1));
  }

  private static FileResult file(AssertionResult... all) {
    return FileResult.of("a.yaml", ScenarioRun.of(result(all)));
  }

  /** Of a run without an assertion that failed the reason stands for all. */
  private static FileResult flaky(AssertionResult bad, int deciding) {
    ScenarioRun first = ScenarioRun.of(bad == null ? result() : result(bad));
    Plan plan = Example.plan();
    ScenarioRun second =
        ScenarioRun.of(
            new ScenarioResult(
                plan,
                Outcome.PASSED,
                List.of(Example.passed(claim(), 10)),
                Optional.empty(),
                List.of(),
                false,
                Duration.ZERO));
    List<ScenarioRun> runs = List.of(first, second);
    return new FileResult("a.yaml", List.of(), Optional.empty(), runs, deciding);
  }

  static List<Shown> shown() {
    AssertionText assertions = new AssertionText(SETTINGS.with(Detail.VERBOSE));
    Plan plan = Example.plan(endless("title"));
    GradeText grades = new GradeText(SETTINGS);
    TroubleText trouble = new TroubleText(BatchView.of(SETTINGS), "");
    AssertionResult error = Example.error(claim(), why());
    AssertionResult blocked = AssertionResult.untried(claim(), Status.BLOCKED, why());
    AssertionResult passed = Example.passed(claim(), 10);
    return List.of(
        new Shown("passed", "claim", assertions.render(passed, plan)),
        new Shown("failed", "claim", assertions.render(failed(), plan)),
        new Shown("failed, seen", "client: saw", assertions.render(failed(), plan)),
        new Shown("failed, hint", "hint", assertions.render(failed(), plan)),
        new Shown("error", "reason", assertions.render(error, plan)),
        new Shown("error, help", "help", assertions.render(error, plan)),
        new Shown("blocked", "reason", assertions.render(blocked, plan)),
        new Shown("title", "title", new HeaderText(SETTINGS).render(plan.scenario())),
        new Shown("grade, claim", "claim", grades.row(file(failed()), 5)),
        new Shown("grade, reason", "reason", grades.row(file(error), 5)),
        new Shown("grade, none", "reason", grades.row(file(), 5)),
        new Shown("not graded", "reason", grades.row(FileResult.unrun("bob", why()), 5)),
        new Shown("summary, claim", "claim", trouble.run(file(failed()), "a")),
        new Shown("summary, error", "reason", trouble.run(file(error), "a")),
        new Shown("summary, whole", "reason", trouble.run(file(), "a")),
        new Shown("summary, left", "left behind: step s: reason", trouble.run(left(), "a")),
        new Shown("summary, invalid", "mistake", trouble.invalid(invalid(), "a")),
        new Shown("summary, path", "a.path", trouble.run(file(deep()), "a")),
        new Shown("failed, path", "a.path", assertions.render(deep(), plan)),
        new Shown("flaky", "claim", FLAKY.render(flaky(failed(), 0), "a")),
        new Shown("retried", "claim", FLAKY.render(flaky(failed(), 1), "a")),
        new Shown("retried, reason", "reason", FLAKY.render(flaky(null, 1), "a")),
        new Shown("skipped", "reason", notRun(List.of())),
        new Shown("skipped, several", "1. reason", notRun(List.of(why(), Problem.of("b")))),
        new Shown("plan", "claim", new PlanText(SETTINGS).render(planned())),
        new Shown("plan, needs", "needs needed", new PlanText(SETTINGS).render(planned())),
        new Shown("explained", "claim", new ScenarioText(SETTINGS).render(planned().scenario())),
        new Shown("not run", "a: reason", summary(FileResult.unrun("a.yaml", why()))));
  }

  private static FileResult left() {
    ScenarioResult clean = result(Example.passed(claim(), 10));
    ScenarioResult left =
        new ScenarioResult(
            clean.plan(),
            clean.outcome(),
            clean.assertions(),
            clean.problem(),
            List.of(new Leftover("step", "s", endless("reason"))),
            false,
            clean.time());
    return FileResult.of("a.yaml", ScenarioRun.of(left));
  }

  private static FileResult invalid() {
    return FileResult.invalid(
        "a.yaml", List.of(Diagnostic.at(Example.at("web"), "code", endless("mistake"))));
  }

  /** An expectation that lies deep in a value, and stands at a long path. */
  private static AssertionResult deep() {
    Mismatch wrong = new Mismatch(Example.at("web"), endless("a.path"), "1", "2");
    Observation seen = new Observation("client", "", Optional.empty(), List.of(wrong));
    return Example.failed(Example.separated(), 1_000, 1, seen);
  }

  private static List<String> notRun(List<Problem> unmet) {
    ScenarioResult lacks =
        new ScenarioResult(
            Example.plan(),
            Outcome.SKIPPED,
            List.of(),
            Optional.of(Problem.of(endless("reason"))),
            List.of(),
            false,
            Duration.ZERO);
    return new NotRunText(SETTINGS).render(lacks, unmet);
  }

  /** A plan of nothing but the claim, which needs others. */
  private static Plan planned() {
    Plan plan = Example.plan();
    Scenario as = plan.scenario();
    Assertion one = claim();
    Assertion needing =
        new Assertion(
            one.name(),
            one.span(),
            one.actions(),
            one.check(),
            one.expect(),
            one.across(),
            one.timing(),
            one.hints(),
            List.of(new Named(endless("needed"), one.span())),
            one.level(),
            one.points(),
            one.stop(),
            one.capture());
    Scenario scenario =
        new Scenario(
            as.source(),
            as.name(),
            as.title(),
            as.description(),
            as.tags(),
            as.requires(),
            as.defaults(),
            as.hosts(),
            as.networks(),
            as.volumes(),
            as.containers(),
            as.services(),
            List.of(needing),
            as.submission());
    return new Plan(scenario, plan.run(), plan.names(), plan.steps());
  }

  private static List<String> summary(FileResult file) {
    BatchResult batch =
        new BatchResult(List.of(file), Instant.EPOCH, Duration.ZERO, Optional.empty());
    return new SummaryText(BatchView.of(SETTINGS)).render(batch);
  }

  @ParameterizedTest
  @MethodSource("shown")
  void it_is_cut_and_says_how_much_is_left_out(Shown shown) {
    String text = String.join("\n", shown.lines());
    assertTrue(shown.lines().size() < MOST_LINES, text);
    String flat = text.replaceAll("[\\s│]+", " ");
    int start = flat.indexOf(shown.whole() + " endless");
    assertTrue(start >= 0, text);
    int end = flat.indexOf(" more characters left out)", start);
    assertTrue(end > start + 350 && end < start + 500, text);
  }

  @Test
  void what_is_left_out_and_what_is_shown_are_all_of_it() {
    String whole = "x".repeat(10_000);
    String brief = new Pen(Theme.PLAIN).brief(whole);
    assertEquals("x".repeat(400) + "… (9600 more characters left out)", brief);
    Pen ascii = new Pen(new Theme(Marks.ASCII, false, 80));
    assertEquals("x".repeat(400) + "... (9600 more characters left out)", ascii.brief(whole));
  }

  @Test
  void no_character_is_cut_in_two_and_none_gets_through_unsafe() {
    String brief = new Pen(Theme.PLAIN).brief("x".repeat(399) + "😀" + "\u001b".repeat(500));
    assertEquals("x".repeat(399) + "… (502 more characters left out)", brief);
    assertEquals("\\x1b", new Pen(Theme.PLAIN).brief("\u001b"));
  }

  /** Who is asked whether something dangerous may be done must see all of it. */
  @Test
  void what_a_person_must_decide_on_is_not_cut() {
    List<String> lines = new NotRunText(SETTINGS).question("lab", why());
    String flat = String.join(" ", lines).replaceAll("\\s+", " ");
    assertEquals("lab · wait: " + endless("reason") + " " + endless("fact"), flat);
  }

  @Test
  void what_is_no_longer_than_a_paragraph_stays_whole() {
    String whole = "word ".repeat(80).strip();
    assertEquals(whole, new Pen(Theme.PLAIN).brief(whole));
  }
}
