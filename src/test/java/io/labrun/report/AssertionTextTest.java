package io.labrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.AssertionResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Observation.Output;
import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.scenario.Level;
import io.labrun.source.Marks;
import io.labrun.source.TextWidth;
import io.labrun.source.Theme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How results of assertions look; the golden files are to be read. */
final class AssertionTextTest {
  private static final Theme NARROW = new Theme(Marks.UNICODE, false, 40);
  private static final Theme ASCII = new Theme(Marks.ASCII, false, 80);
  private static final Theme COLOUR = new Theme(Marks.UNICODE, true, 80);

  private static List<String> render(AssertionResult result, Theme theme, Detail detail) {
    ReportSettings settings = ReportSettings.usual(theme).with(detail);
    return new AssertionText(settings).render(result, Example.plan());
  }

  private static void golden(String name, AssertionResult result) {
    Golden.check("report/" + name + ".txt", render(result, Theme.PLAIN, Detail.USUAL));
  }

  private static Output output(int exitCode, String stdout, String stderr) {
    return new Output(
        List.of("sh", "-c", "cat '/data/a file'"),
        Optional.of(exitCode),
        stdout,
        stderr,
        stdout.length() > 1000);
  }

  private static AssertionResult page(String expected, String found, Optional<Output> output) {
    Mismatch wrong = new Mismatch(Example.at("stdout: |"), "stdout", expected, found);
    return Example.failed(
        Example.page(),
        10_040,
        40,
        new Observation("client", "exit code 0", output, List.of(wrong)));
  }

  @Test
  void a_failure_shows_claim_place_difference_and_the_way_on() {
    golden("failed", Example.reached());
  }

  @Test
  void a_failure_is_whole_on_a_narrow_terminal() {
    Golden.check("report/failed-40.txt", render(Example.reached(), NARROW, Detail.USUAL));
  }

  @Test
  void a_failure_in_ascii_has_no_other_character() {
    List<String> lines = render(Example.reached(), ASCII, Detail.USUAL);
    assertTrue(String.join("", lines).chars().allMatch(c -> c < 128), lines.toString());
    Golden.check("report/failed-ascii.txt", lines);
  }

  @Test
  void colour_changes_no_word() {
    List<String> lines = render(Example.reached(), COLOUR, Detail.USUAL);
    Golden.check("report/failed-colour.txt", lines);
    List<String> bare = lines.stream().map(line -> line.replaceAll("\u001b\\[\\d*m", "")).toList();
    assertEquals(render(Example.reached(), Theme.PLAIN, Detail.USUAL), bare);
  }

  @Test
  void texts_of_several_lines_are_compared_line_by_line() {
    golden("diff", page("first\nsecond\nthird\n", "first\n2nd\nthird\nfourth\n", Optional.empty()));
  }

  @Test
  void long_lines_are_shown_where_they_differ() {
    String same = "abc ".repeat(30);
    golden("long-line", page(same + "here it ends", same + "there it goes on", Optional.empty()));
  }

  @Test
  void a_command_is_shown_with_all_that_it_left_behind() {
    String many =
        IntStream.rangeClosed(1, 60).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    golden(
        "output",
        page(
            "contains \"hello\"",
            many,
            Optional.of(output(1, many, "cat: can't open '/data/a file'\n"))));
  }

  @Test
  void of_an_output_that_was_too_long_nobody_knows_how_much_is_left_out() {
    String kept = "line\n".repeat(50);
    Output cut = new Output(List.of("yes"), Optional.of(0), kept, "", true);
    List<String> lines = render(page("one", "two", Optional.of(cut)), Theme.PLAIN, Detail.USUAL);
    assertTrue(lines.stream().anyMatch(line -> line.contains("at least 38 lines left out")));
  }

  @Test
  void a_shell_text_of_several_lines_is_shown_as_such() {
    List<String> command = List.of("sh", "-c", "for i in 1 2; do\n  echo $i\ndone\n");
    Output left = new Output(command, Optional.of(0), "1\n2\n", "", false);
    List<String> lines = render(page("one", "two", Optional.of(left)), Theme.PLAIN, Detail.USUAL);
    List<String> shown = lines.stream().map(line -> line.replaceFirst("^ *│ ", "")).toList();
    int first = shown.indexOf("$ sh -c 'for i in 1 2; do");
    assertEquals(List.of("    echo $i", "  done"), shown.subList(first + 1, first + 3));
  }

  @Test
  void verbose_shows_more_of_an_output() {
    String many =
        IntStream.rangeClosed(1, 60).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    AssertionResult result = page("true", "false", Optional.of(output(1, many, "")));
    assertTrue(render(result, Theme.PLAIN, Detail.VERBOSE).toString().contains("line 33"));
    assertTrue(!render(result, Theme.PLAIN, Detail.USUAL).toString().contains("line 33"));
  }

  @Test
  void verbose_shows_what_a_passing_check_saw() {
    AssertionResult passed = Example.passed(Example.resolves(), 120);
    Golden.check("report/passed.txt", render(passed, Theme.PLAIN, Detail.USUAL));
    Golden.check("report/passed-verbose.txt", render(passed, Theme.PLAIN, Detail.VERBOSE));
  }

  @Test
  void of_several_subjects_those_that_fail_are_named() {
    List<Observation> seen = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      Mismatch wrong = new Mismatch(Example.at("{reachable: false}"), "reachable", "false", "true");
      seen.add(
          new Observation(
              "c" + i + " → web",
              "answers",
              Optional.empty(),
              i == 2 ? List.of() : List.of(wrong)));
    }
    golden(
        "subjects",
        Example.failed(Example.separated(), 1_000, 4, seen.toArray(Observation[]::new)));
  }

  @Test
  void what_differs_between_subjects_is_shown_for_all_of_them() {
    AssertionResult result =
        new AssertionResult(
            Example.page(),
            Status.FAILED,
            Duration.ofMillis(900),
            1,
            List.of(
                new Observation("alice", "02:42:ac:1c:0a:02", Optional.empty(), List.of()),
                new Observation("bob", "02:42:ac:1c:0a:02", Optional.empty(), List.of())),
            List.of(
                new Mismatch(
                    Example.at("exec:"), "stdout", "distinct values", "alice and bob the same")),
            Optional.empty());
    golden("across", result);
  }

  @Test
  void an_error_says_why_the_claim_could_not_be_checked() {
    Problem why =
        Problem.of("nothing listens on web:80, so this proves nothing")
            .details(List.of("web: exited with exit code 1", "last lines of its log:\n  boom"))
            .help("start a server in web, or check another port");
    golden("error", Example.error(Example.separated(), why));
  }

  @Test
  void blocked_and_untried_are_not_failures() {
    Problem why = Problem.of("it needs \"the name resolves to the address\", which failed");
    golden("blocked", AssertionResult.untried(Example.page(), Status.BLOCKED, why));
    Problem ended = Problem.of("the run was stopped before");
    golden("untried", AssertionResult.untried(Example.page(), Status.SKIPPED, ended));
  }

  @Test
  void a_warning_says_that_it_only_warns() {
    AssertionResult failed = Example.reached();
    golden(
        "warning",
        new AssertionResult(
            Example.assertion(
                "a matter of taste", "reach", Map.of("from", "client"), Level.WARNING),
            Status.FAILED,
            Duration.ofSeconds(75),
            2,
            failed.observations(),
            List.of(),
            Optional.empty()));
  }

  @Test
  void a_container_can_neither_move_the_cursor_nor_forge_a_line_of_ours() {
    String evil = "\u001b[2J\u001b[1;1H  ✓ all is well\r\n\u009b31m\u202e0 failed\u0007\n\u2028x";
    AssertionResult result =
        Example.failed(
            Example.assertion("a\u001b[31m name\nof two lines", "reach", Map.of("from", "client")),
            1_000,
            1,
            new Observation(
                "client\u001b[0m",
                evil,
                Optional.of(
                    new Output(
                        List.of("sh", "\u001b]0;title\u0007"), Optional.of(0), evil, evil, false)),
                List.of(new Mismatch(Example.at("{reachable: false}"), evil, evil, evil))));
    List<String> lines = render(result, Theme.PLAIN, Detail.USUAL);
    for (String line : lines) {
      assertTrue(line.codePoints().noneMatch(AssertionTextTest::isControl), line);
    }
    golden("hostile", result);
  }

  private static boolean isControl(int point) {
    return Character.isISOControl(point) || point == 0x202e || point == 0x2028;
  }

  @Test
  void a_megabyte_on_one_line_stays_short() {
    AssertionResult result =
        page(
            "x".repeat(1 << 20),
            "y".repeat(1 << 20),
            Optional.of(output(0, "y".repeat(1 << 20), "")));
    List<String> lines = render(result, Theme.PLAIN, Detail.USUAL);
    assertTrue(lines.size() < 40, () -> lines.size() + " lines");
  }

  @Test
  void no_line_is_wider_than_the_terminal_except_what_is_to_be_copied() {
    for (int width = 40; width <= 120; width += 7) {
      Theme theme = new Theme(Marks.UNICODE, false, width);
      for (String line : render(Example.reached(), theme, Detail.USUAL)) {
        boolean copied = line.contains("labrun up") || line.contains("docker exec");
        boolean place = line.contains("┌─");
        assertTrue(copied || place || TextWidth.of(line) <= width, width + ": " + line);
      }
    }
  }
}
