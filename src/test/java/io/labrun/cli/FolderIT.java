package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.source.TextWidth;
import io.labrun.testbed.Program;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built program on a folder and a real engine: which files it runs, and what it shows. */
@Takes(seconds = 20)
final class FolderIT {
  private static final String BOX =
      """
      name: %s
      tags: [%s]
      containers:
        box: {image: busybox, command: sleep infinity}
      assertions:
        - name: it speaks
          exec: {container: box, command: "%s"}
          within: 0s
      """;

  private static final String LASTING =
      """
      name: %s
      containers:
        box: {image: busybox, command: sleep infinity}
      assertions:
        - {name: it lasts, do: [sleep: 6s], exec: {container: box, command: "true"}}
      """;

  @TempDir private Path folder;
  private String name;

  @BeforeEach
  void aFolder() throws IOException {
    name = "it-folder-" + Long.toString(System.nanoTime() & 0xfffff, 36);
    write("a.yaml", BOX.formatted(name + "-a", "quick", "true"));
    write("b.yaml", BOX.formatted(name + "-b", "quick", "false"));
    write("c.yaml", BOX.formatted(name + "-c", "slow", "true").replace("image", "imgae"));
    write("sub/compose.yaml", "services: {web: {image: nginx}}\n");
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  @Test
  void a_folder_comes_to_a_summary_with_the_failures_first() throws Exception {
    Program.Ended ended = Program.in(folder).run("-j", "2", ".");
    assertEquals(3, ended.status(), ended.out());
    List<String> lines = ended.out().lines().toList();
    String told = "not a scenario: sub/compose.yaml (it has neither `assertions` nor `containers`)";
    assertEquals(told, lines.get(0));
    assertTrue(lines.get(1).startsWith("  ✓ a  1 of 1 assertion passed"), ended.out());
    int failed = lines.indexOf("Failed");
    assertEquals("  ✗ b: it speaks", lines.get(failed + 1));
    assertEquals("      b.yaml:7:5  expected 0, found 1", lines.get(failed + 2));
    assertEquals("      run   labrun b.yaml", lines.get(failed + 3));
    assertEquals("Invalid", lines.get(failed + 5));
    String verdict = "\n1 of 3 scenarios passed, 1 failed, 1 invalid in ";
    assertTrue(ended.out().contains(verdict), ended.out());
    assertEquals("", Program.in(folder).standing(name + "-[abc]"));
  }

  @Test
  void only_what_failed_is_run_again() throws Exception {
    assertEquals(3, Program.in(folder).run("-q", "--report", "json=r.json", ".").status());
    write("c.yaml", BOX.formatted(name + "-c", "slow", "true"));
    Program.Ended again = Program.in(folder).run("--only-failed", "r.json", ".");
    assertEquals(1, again.status(), again.out());
    assertTrue(again.out().contains("1 of 2 scenarios passed, 1 failed"), again.out());
    assertTrue(again.out().endsWith("1 of 3 left out by --only-failed r.json\n"), again.out());
  }

  @Test
  void one_that_is_left_of_a_folder_is_shown_as_one_and_the_rest_is_told() throws Exception {
    Program.Ended one = Program.in(folder).run("--filter", name + "-a", ".");
    assertEquals(0, one.status(), one.out());
    assertTrue(one.out().contains("\n1 of 1 assertion passed in "), one.out());
    assertTrue(one.out().endsWith("2 of 3 left out by --filter " + name + "-a\n"), one.out());
  }

  @Test
  void a_terminal_is_never_overfull_and_gets_its_cursor_back() throws Exception {
    String out = inTerminal("stty cols 50 rows 6;", "-j4", "--repeat=2", "a.yaml", "b.yaml");
    assertTrue(out.contains("━"), out);
    assertTrue(out.lastIndexOf("\u001b[?25h") > out.lastIndexOf("\u001b[?25l"), out);
    List<String> moving = moving(out);
    assertFalse(moving.isEmpty(), out);
    assertTrue(moving.stream().allMatch(line -> TextWidth.of(line) <= 50), out);
    assertTrue(moving.stream().anyMatch(line -> TextWidth.of(line) == 50), out);
  }

  @Test
  void a_terminal_that_is_made_narrower_meanwhile_gets_narrower_lines() throws Exception {
    write("d.yaml", LASTING.formatted(name + "-d"));
    String later = "stty cols 90 rows 9; (sleep 5; stty -F /dev/tty cols 50) &";
    String out = inTerminal(later, "b.yaml", "d.yaml");
    List<Integer> widths =
        moving(out).stream().filter(line -> line.endsWith(" s")).map(TextWidth::of).toList();
    assertEquals(90, widths.get(0), out);
    assertEquals(50, widths.get(widths.size() - 1), out);
  }

  /** What the program sends to a terminal, from a shell that prepares that. */
  private String inTerminal(String before, String... words) throws Exception {
    String program = Path.of("target/labrun").toAbsolutePath().toString();
    String command = before + " exec " + program + " " + String.join(" ", words);
    ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null");
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("TERM", "xterm", "LC_ALL", "C.UTF-8"));
    builder.environment().remove("COLUMNS");
    Process process = builder.redirectInput(Path.of("/dev/null").toFile()).start();
    String out;
    try (InputStream in = process.getInputStream()) {
      out = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertEquals(1, process.waitFor(), out);
    return out;
  }

  private static List<String> moving(String out) {
    String plain = out.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "");
    return plain.lines().filter(line -> line.matches("  [━─]+.*|  [⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏].*")).toList();
  }
}
