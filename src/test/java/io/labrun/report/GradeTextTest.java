package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.AssertionResult;
import io.labrun.event.FileResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.scenario.Assertion;
import io.labrun.source.Marks;
import io.labrun.source.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How grades are shown: whoever hands something in with signs in its name changes nothing else. */
final class GradeTextTest {
  private static final Problem MISSING =
      Problem.of("did not hand in `site/`").help("there is `Site`: is that meant?");

  private static List<FileResult> all() {
    List<Assertion> claims = Example.plan().scenario().assertions();
    Assertion first = claims.get(0);
    Assertion last = claims.get(2);
    Problem blocked = Problem.of("it needs \"" + first.name().name() + "\", which did not pass");
    AssertionResult untried = AssertionResult.untried(last, Status.BLOCKED, blocked);
    Problem ended = Problem.of("`web` has ended with exit code 137");
    return List.of(
        graded(
            "alice",
            Optional.empty(),
            Example.passed(first, 100),
            Example.passed(claims.get(1), 100),
            Example.passed(last, 20)),
        graded("bob", Optional.empty(), Example.error(first, ended), Example.reached(), untried),
        graded("=cmd|x\n\u001b[31m✓ 100 %", Optional.of(MISSING), none(claims)),
        FileResult.unrun("dave", Problem.of("you may not read `site/index.html` of it")));
  }

  private static AssertionResult[] none(List<Assertion> claims) {
    return claims.stream()
        .map(claim -> AssertionResult.untried(claim, Status.BLOCKED, MISSING))
        .toArray(AssertionResult[]::new);
  }

  private static FileResult graded(String name, Optional<Problem> why, AssertionResult... all) {
    Outcome outcome = why.isPresent() ? Outcome.ERROR : Outcome.FAILED;
    Duration time = why.isPresent() ? Duration.ZERO : Duration.ofMillis(2100);
    ScenarioResult result =
        new ScenarioResult(Example.plan(), outcome, List.of(all), why, List.of(), false, time);
    return FileResult.of(name, ScenarioRun.of(result));
  }

  private static List<String> lines(Theme theme, Detail detail) {
    GradeText text = new GradeText(ReportSettings.usual(theme).with(detail));
    List<String> out = new ArrayList<>(text.head(Example.plan().scenario()));
    int names = all().stream().mapToInt(one -> text.width(one.file())).max().orElse(0);
    all().forEach(one -> out.addAll(text.row(one, names)));
    out.add("");
    out.add(text.total(all(), Duration.ofMillis(4300)));
    return out;
  }

  @Test
  void a_row_each_with_points_and_reasons() {
    Golden.check("report/grades.txt", lines(Theme.PLAIN, Detail.USUAL));
  }

  @Test
  void where_no_value_was_found_it_says_what_was_seen() {
    Mismatch wrong =
        new Mismatch(Example.at("dns"), "status", "between 200 and 299", Mismatch.NO_VALUE);
    String seen = "GET http://web/: refused";
    AssertionResult silent =
        Example.failed(
            Example.resolves(),
            100,
            3,
            new Observation("client", seen, Optional.empty(), List.of(wrong)));
    String why = "expected between 200 and 299, found nothing (null): " + seen;
    List<String> row =
        new GradeText(ReportSettings.usual(new Theme(Marks.UNICODE, false, 200)))
            .row(graded("eve", Optional.empty(), silent), 3);
    assertTrue(row.get(1).endsWith(why), row.toString());
    List<String> summary = new ReasonText(new Pen(Theme.PLAIN)).of(silent, 200);
    assertTrue(summary.get(0).endsWith(why), summary.toString());
  }

  @Test
  void where_there_is_no_room_the_points_stay_in_one_line() {
    List<String> rows = lines(new Theme(Marks.UNICODE, false, 40), Detail.USUAL);
    assertTrue(rows.contains("  ✓ alice         3 of 3  100 %    2.1 s"), String.join("\n", rows));
  }

  @Test
  void in_a_terminal_it_shows_how_far_it_has_come() {
    TerminalScreen screen = new TerminalScreen();
    long[] now = {0};
    GradeProgress report =
        GradeProgress.live(
            ReportSettings.usual(Theme.PLAIN),
            () -> now[0],
            new Window(() -> 60, () -> 24, screen::print),
            line -> {});
    report.begin("0 of 3 submissions graded");
    report.paragraph(List.of("alice has all"));
    report.go("1 of 3 submissions graded");
    now[0] = 2_100_000_000L;
    report.tick();
    List<String> shown = screen.lines();
    assertTrue(shown.get(0).equals("alice has all"), shown.toString());
    assertTrue(shown.get(1).contains(" 1 of 3 submissions graded  "), shown.toString());
    assertTrue(shown.get(1).endsWith(" 2.1 s") && shown.get(1).length() == 60, shown.toString());
    report.begin("");
    report.close();
    assertTrue(String.join("", screen.lines()).equals("alice has all"), shown.toString());
  }

  @Test
  void in_signs_of_ascii_on_a_narrow_terminal() {
    Theme narrow = new Theme(Marks.ASCII, false, 60);
    Golden.check("report/grades-60-ascii.txt", lines(narrow, Detail.USUAL));
  }

  @Test
  void quiet_says_only_who_lacks_points() {
    Golden.check("report/grades-quiet.txt", lines(Theme.PLAIN, Detail.QUIET));
  }
}
