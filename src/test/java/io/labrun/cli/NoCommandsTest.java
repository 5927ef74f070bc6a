package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * GitHub Actions reads what labrun shows, and takes no orders from what a scenario or a lab says.
 */
final class NoCommandsTest {
  @TempDir private Path folder;

  private static String shown(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = NoCommands.shown(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    out.print(text);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Whether the runner takes a line for a command: as its ActionCommand.cs decides. */
  private static boolean isCommand(String line) {
    String trimmed = line.replaceFirst("^[\\p{Z}\\s\u0085\ufeff]+", "");
    boolean second = trimmed.startsWith("::") && trimmed.indexOf("::", 2) >= 0;
    return second || line.contains("##[");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::error::mine",
        "  ::set-output name=a::b",
        "\u00a0\u3000::error::mine",
        "\u2003 ::add-mask::a",
        "\u0085::error::mine",
        "│ stdout  ##[set-output name=a;]b",
        "a##[add-mask]b",
        "###[error]x",
        "x\n::error::mine",
        "x\r\n ::error::mine",
      })
  void no_line_is_a_command(String text) {
    String shown = shown(text);
    assertTrue(text.lines().anyMatch(NoCommandsTest::isCommand), "it would be one");
    shown.lines().forEach(line -> assertFalse(isCommand(line), line));
    assertEquals(text, shown.replace("\\x3a", ":").replace("\\x5b", "["));
  }

  @ParameterizedTest
  @ValueSource(strings = {"std::string::npos", "a [::1]:80", "# ::", "## [x]", "✓ passed: a\n:x"})
  void all_else_stays_as_it_is(String text) {
    assertEquals(text, shown(text));
  }

  @Test
  void what_comes_in_pieces_is_seen_too() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = NoCommands.shown(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    for (String piece : new String[] {"x\n", " :", ":error", "::a #", "#", "[b]"}) {
      out.print(piece);
    }
    assertEquals("x\n :\\x3aerror::a ##\\x5bb]", bytes.toString(StandardCharsets.UTF_8));
  }

  private Path hostile() throws IOException {
    String name = "x".repeat(70) + " ::error title=mine::mine ##[set-output name=a;]b";
    Path file = folder.resolve("lab.yaml");
    Files.writeString(
        file, World.ONE_BOX.replace("name: it speaks", "name: \"" + name + "\"\n    points: 1"));
    return file;
  }

  /** A long name is broken where the line ends, so that its author chooses how the next begins. */
  @Test
  void a_claim_gives_no_order_to_the_workflow_that_it_runs_in() throws IOException {
    World world = new World().env("GITHUB_ACTIONS", "true");
    assertEquals(0, world.run("explain", hostile().toString()), world.err());
    assertTrue(world.out().contains(":\\x3aerror title=mine::mine"), world.out());
    world.out().lines().forEach(line -> assertFalse(isCommand(line), line));
    World elsewhere = new World();
    elsewhere.run("explain", hostile().toString());
    assertTrue(elsewhere.out().lines().anyMatch(NoCommandsTest::isCommand), elsewhere.out());
  }

  @Test
  void what_is_said_on_standard_error_is_no_order_either() throws IOException {
    World world = new World().env("GITHUB_ACTIONS", "true");
    assertEquals(2, world.run("validate", "##[error]x"));
    assertTrue(world.err().contains("##\\x5berror]x"), world.err());
  }

  /** A report on standard output is a file, and annotations are orders on purpose. */
  @Test
  void reports_and_pictures_stay_as_they_are() throws IOException {
    for (String kind : new String[] {"github", "json"}) {
      World world = new World().env("GITHUB_ACTIONS", "true");
      world.run("run", "--report", kind + "=-", hostile().toString());
      assertTrue(world.out().startsWith(kind.equals("json") ? "{" : "::error "), world.out());
      assertFalse(world.out().contains("\\x3a"), world.out());
    }
  }

  @Test
  void a_script_stays_as_it_is() throws IOException {
    Path file = folder.resolve("lab.yaml");
    Files.writeString(file, World.ONE_BOX.replace("echo hello", "\"echo '##[group]x'\""));
    World world = new World().env("GITHUB_ACTIONS", "true");
    assertEquals(0, world.run("plan", "--as", "docker", file.toString()), world.err());
    assertTrue(world.out().contains("##[group]x"), world.out());
  }

  @Test
  void an_output_that_is_lost_is_still_noticed() {
    World world = new World().env("GITHUB_ACTIONS", "true").full();
    assertEquals(4, world.run("explain"));
  }
}
