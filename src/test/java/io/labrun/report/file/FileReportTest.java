package io.labrun.report.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.report.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The reports of batches in which files end in all ways that there are. */
final class FileReportTest {

  @ParameterizedTest
  @CsvSource({"JUNIT,xml", "TAP,tap", "GITHUB,txt", "CSV,csv"})
  void a_batch_with_all_kinds_of_results(ReportKind kind, String ending) {
    Golden.check("report/file/rich." + ending, Written.as(kind, Rich.batch()));
  }

  @ParameterizedTest
  @CsvSource({"JUNIT,xml", "TAP,tap", "GITHUB,txt", "CSV,csv"})
  void a_batch_that_was_stopped(ReportKind kind, String ending) {
    Golden.check("report/file/stopped." + ending, Written.as(kind, Rich.stopped()));
  }

  @Test
  void a_junit_report_is_as_its_schema_says_and_its_counts_are_those_of_its_cases() {
    for (BatchResult batch : List.of(Rich.batch(), Rich.stopped(), Rich.empty())) {
      Document report = JUnitSchema.valid(Written.as(ReportKind.JUNIT, batch));
      Element root = report.getDocumentElement();
      assertEquals(JUnitSchema.all(report, "testcase").size(), number(root, "tests"));
      assertEquals(JUnitSchema.all(report, "failure").size(), number(root, "failures"));
      assertEquals(JUnitSchema.all(report, "error").size(), number(root, "errors"));
    }
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  /** A viewer of one file alone must see red where the batch's exit status would not be 0. */
  @Test
  void only_what_passed_or_was_skipped_is_green_in_any_report() {
    for (FileResult file : Rich.batch().files()) {
      FileStatus status = FileStatus.of(file);
      boolean left = file.runs().stream().anyMatch(run -> !run.result().leftovers().isEmpty());
      boolean green = (status == FileStatus.PASSED && !left) || status == FileStatus.SKIPPED;
      BatchResult alone = Rich.of(List.of(file), null);
      Document junit = JUnitSchema.valid(Written.as(ReportKind.JUNIT, alone));
      Element root = junit.getDocumentElement();
      assertEquals(green, number(root, "failures") + number(root, "errors") == 0, file.file());
      String tap = Written.as(ReportKind.TAP, alone);
      assertEquals(green, !tap.contains("\nnot ok 1 - "), tap);
      boolean bad =
          tap.lines().anyMatch(line -> line.matches(" {4}not ok .*") && !line.contains(" # TODO "));
      assertEquals(green, !bad, tap);
      String github = Written.as(ReportKind.GITHUB, alone);
      assertEquals(green, !github.contains("::error "), github);
    }
  }

  @Test
  void a_batch_without_files_is_green_in_no_report() {
    for (String why : new String[] {"the folder `labs` is empty", null}) {
      BatchResult none = Rich.of(List.of(), why);
      assertEquals(
          1,
          JUnitSchema.all(JUnitSchema.valid(Written.as(ReportKind.JUNIT, none)), "error").size());
      String tap = Written.as(ReportKind.TAP, none);
      assertTrue(tap.contains("not ok") || tap.contains("Bail out!"), tap);
      assertTrue(Written.as(ReportKind.GITHUB, none).startsWith("::error "), "github");
    }
  }

  @Test
  void cases_have_places_and_names_of_their_own() {
    FileResult calm = Rich.calm();
    BatchResult twice = Rich.of(List.of(calm, calm), null);
    Document report = JUnitSchema.valid(Written.as(ReportKind.JUNIT, twice));
    List<Element> cases = JUnitSchema.all(report, "testcase");
    assertEquals("scenarios.calm", cases.get(0).getAttribute("classname"));
    assertEquals("scenarios.calm (2)", cases.get(1).getAttribute("classname"));
    assertEquals("scenarios/calm.yaml", cases.get(0).getAttribute("file"));
    assertEquals("7", cases.get(0).getAttribute("line"));
  }

  @Test
  void what_came_of_further_runs_is_told_as_surefire_tells_it() {
    String report = Written.as(ReportKind.JUNIT, Rich.batch());
    Document document = JUnitSchema.valid(report);
    assertEquals(1, JUnitSchema.all(document, "flakyFailure").size(), report);
    assertEquals(1, JUnitSchema.all(document, "rerunFailure").size(), report);
    assertEquals(1, JUnitSchema.all(document, "rerunError").size(), report);
  }

  @Test
  void the_gradebook_gives_points_for_what_passed_and_leaves_open_what_nobody_knows() {
    List<String> rows = Written.as(ReportKind.CSV, Rich.batch()).lines().toList();
    assertTrue(rows.get(0).startsWith("\ufefffile,scenario,assertion,points,reached,status"));
    assertTrue(rows.contains("scenarios/shop.yaml,shop,the name resolves,2,2,passed,"));
    assertTrue(
        rows.stream()
            .anyMatch(
                row ->
                    row.startsWith(
                        "scenarios/shop.yaml,shop,the page is what we wrote,3,0,failed,")));
    assertTrue(rows.stream().anyMatch(row -> row.contains("cannot get to the till,1,,error,")));
    assertFalse(Written.as(ReportKind.CSV, Rich.batch()).replace("\r\n", "").contains("\n"));
  }
}
