package io.labrun.report.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a gradebook of submissions each assertion has its points: what did not pass has none. */
final class GradebookTest {
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
}
