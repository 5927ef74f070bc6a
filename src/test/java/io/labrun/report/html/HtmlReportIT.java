package io.labrun.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.testbed.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a batch that was really run. */
final class HtmlReportIT {
  @TempDir private Path folder;

  @Test
  void two_lessons_and_a_file_with_a_mistake() throws Exception {
    Files.writeString(folder.resolve("broken.yaml"), "name: broken\ncontaners: {}\n");
    Program.Ended ended =
        Program.in(folder)
            .run(
                "--allow",
                "capabilities",
                "--lang",
                "ru",
                "--report",
                "html=out/report.html",
                lesson("none"),
                lesson("macvlan"),
                "broken.yaml");
    assertEquals(3, ended.status(), ended.out());

    Document page = Read.document(Files.readString(folder.resolve("out/report.html")));
    assertEquals("2 of 3 scenarios passed, 1 invalid", page.selectFirst("h1").text());
    assertEquals("1 mistake", page.select(".invalid .facts-in-words").text());
    assertTrue(page.select(".invalid mark").text().contains("contaners"));
    assertEquals("С сетью none контейнер остаётся один", page.selectFirst("h2[lang=ru]").text());
    assertEquals(2, page.select(".file.passed").size());
    assertEquals(0, page.select(".claim:not(.passed)").size());
    assertTrue(page.select(".claim.passed .seen").text().contains("alice"));
    assertEquals(2, page.select(".picture svg").size());
    assertTrue(page.select(".picture").text().contains("macnet"));
    assertEquals(2, page.select(".stood").size());
    assertTrue(
        page.select(".stood").text().contains("alice running"), page.select(".stood").text());
    assertEquals(2, page.select(".lane > a").size());
    assertTrue(page.select(".timeline").text().contains("container alice"));
    assertTrue(page.select(".timeline").text().contains("removal"));
  }

  private static String lesson(String name) {
    return Path.of("scenarios", name + ".yaml").toAbsolutePath().toString();
  }
}
