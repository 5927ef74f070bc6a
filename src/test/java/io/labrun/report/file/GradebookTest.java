package io.labrun.report.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a gradebook of submissions each assertion has its points: what did not pass has none. */
final class GradebookTest {
  private static final ReportHead GRADES = new ReportHead("1.2.3", "en", true);

  private static List<String> rows(boolean grades) throws IOException {
    ReportHead head = new ReportHead("1.2.3", "en", grades);
    return Written.as(ReportKind.CSV, Rich.batch(), head).lines().toList();
  }

  @Test
  void what_could_not_be_checked_gives_no_points_and_is_not_left_open() throws IOException {
    assertTrue(
        rows(true).get(0).endsWith("submission,scenario,assertion,points,reached,status,reason"));
    assertTrue(rows(false).get(0).contains("file,scenario,"));
    List<String> open = rows(false).stream().filter(row -> row.contains(",,error,")).toList();
    assertTrue(open.stream().anyMatch(row -> row.matches(".*,\\d+,,error,.*")), open.toString());
    assertEquals(
        List.of(),
        rows(true).stream().filter(row -> row.matches(".*,\\d+,,(error|skipped),.*")).toList());
  }

  /** What one student handed in is no scenario that passed or failed. */
  @Test
  void a_page_of_grades_speaks_of_submissions_and_points() {
    Document page = Jsoup.parse(Written.as(ReportKind.HTML, Rich.batch(), GRADES));
    assertEquals(
        "8 of 10 submissions graded, 3 with all points, 40 % on average",
        page.selectFirst("h1").text());
    assertTrue(page.title().contains("8 of 10 submissions graded"), page.title());
    assertTrue(page.selectFirst(".further").text().contains(" assertions passed, "));
    assertEquals("Skip to the submissions", page.selectFirst(".skip").text());
    assertEquals("scenarios/shop.yaml", page.selectFirst("#f2 > summary h2").text());
    String shop = page.selectFirst("#f2 > summary").text();
    assertTrue(shop.contains("2 of 9 points; 1 of 6 assertions passed"), shop);
    assertEquals("Submission", page.selectFirst(".together th").text());
    assertFalse(page.text().matches("(?s).*scenarios? (passed|were|was).*"), page.text());
  }

  /** That somebody lacks points is no fault of the grading; that somebody was not graded is. */
  @Test
  void the_verdict_on_a_grading_is_not_that_on_its_submissions() {
    FileResult shop = Rich.batch().files().get(1);
    assertEquals("good", mood(List.of(Rich.calm(), shop), null));
    assertEquals("warn", mood(List.of(shop, Rich.batch().files().get(9)), null));
    assertEquals("warn", mood(List.of(shop), "it was stopped (SIGINT)"));
    assertEquals("bad", mood(List.of(Rich.batch().files().get(4)), null));
  }

  @Test
  void the_one_submission_of_a_grading_that_was_stopped_is_told_as_one_of_many() {
    BatchResult one = Rich.of(List.of(Rich.batch().files().get(1)), "it was stopped (SIGINT)");
    Document page = Jsoup.parse(Written.as(ReportKind.HTML, one, GRADES));
    assertTrue(page.selectFirst("h1").text().startsWith("1 of 1 submission graded"));
    assertTrue(page.selectFirst(".further").text().startsWith("1 of 6 assertions passed, "));
    assertEquals(
        "The grading ended before its time: it was stopped (SIGINT)",
        page.selectFirst("header .note").text());
  }

  private static String mood(List<FileResult> files, String stopped) {
    String page = Written.as(ReportKind.HTML, Rich.of(files, stopped), GRADES);
    return Jsoup.parse(page).selectFirst("header").className();
  }

  @Test
  void junit_and_tap_say_the_points_of_each_submission() {
    String junit = Written.as(ReportKind.JUNIT, Rich.batch(), GRADES);
    JUnitSchema.valid(junit);
    assertTrue(junit.contains("<property name=\"points\" value=\"2 of 9 points\"/>"), junit);
    String tap = Written.as(ReportKind.TAP, Rich.batch(), GRADES);
    String shop =
        tap.substring(tap.indexOf("not ok 2 - "), tap.indexOf("# Subtest: scenarios/flaky"));
    assertTrue(shop.contains("message: \"2 of 9 points\""), shop);
    assertFalse(Written.as(ReportKind.JUNIT, Rich.batch()).contains(" points\""));
  }

  /** All places are in the exercise's one file, so that only the title can tell whose it is. */
  @Test
  void an_annotation_says_whose_submission_it_is_about() {
    String report = Written.as(ReportKind.GITHUB, Rich.batch(), GRADES);
    assertTrue(report.contains("title=scenarios/shop.yaml%3A the page is what we wrote::"), report);
  }

  @ParameterizedTest
  @EnumSource(names = {"JUNIT", "TAP", "GITHUB"})
  void what_is_wrong_with_a_submission_as_a_whole_is_not_told_of_a_scenario(ReportKind kind) {
    for (BatchResult batch : List.of(Rich.batch(), Rich.stopped())) {
      String report = Written.as(kind, batch, GRADES);
      assertFalse(report.matches("(?s).*the scenario (was|may|came|could).*"), report);
      assertFalse(report.contains("the batch came"), report);
    }
  }
}
