package io.labrun.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.Status;
import io.labrun.source.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A page of very many claims, and of very long outputs, can still be opened. */
final class LargeReportTest {
  /** Fifty scenarios of a hundred claims; every tenth claim fails. */
  static BatchResult large(String output) {
    StringBuilder text = new StringBuilder("name: large\ncontainers: {box: {image: busybox}}\n");
    text.append("assertions:\n");
    for (int i = 0; i < 100; i++) {
      text.append("  - name: claim ").append(i);
      text.append("\n    exec: {container: box, command: cat /data}\n");
    }
    Lab scenario = Lab.of(new SourceText("large.yaml", text.toString()));
    List<FileResult> files = new ArrayList<>();
    for (int file = 0; file < 50; file++) {
      Lab lab = scenario.again();
      for (int i = 0; i < 100; i++) {
        if (i % 10 == 0) {
          lab.claim(
              Status.FAILED,
              100,
              1,
              Lab.ran(
                  "box", "cat /data", 1, output, "", lab.wrong("exec: {", "exit_code", "0", "1")));
        } else {
          lab.claim(Status.PASSED, 10, 1, Lab.ran("box", "cat /data", 0, output, ""));
        }
      }
      files.add(FileResult.of("large.yaml", lab.run(Outcome.FAILED, "", file * 3_000L, null)));
    }
    return Sample.of(files.toArray(FileResult[]::new));
  }

  @Test
  void five_thousand_claims_are_all_there() throws IOException {
    String page = Read.page(large("a line\n"));
    Document document = Read.document(page);
    assertEquals(5_000, document.select(".claim").size());
    assertTrue(page.length() < 6_000_000, page.length() + " characters");
  }

  @Test
  void long_outputs_are_cut_and_say_so() throws IOException {
    String page = Read.page(large("x".repeat(100_000)));
    assertTrue(page.contains("… 84000 characters left out …"));
    assertTrue(page.contains("… left out: 100000 characters; the page has too many as it is"));
    assertTrue(page.length() < 15_000_000, page.length() + " characters");
  }
}
