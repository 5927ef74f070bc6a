package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.report.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may give a scenario what it asks for. No engine answers here: whatever gets through the gate
 * says so, and what is refused never looked for one.
 */
final class GateTest {
  private static final String ONE = "src/test/resources/cli/asks-one.yaml";
  private static final String ALL = "src/test/resources/cli/asks-all.yaml";

  @TempDir private Path temporary;
  private World world = new World();

  private void assertRefused(int status) {
    assertEquals(4, status, world.err());
    assertTrue(world.out().contains("refused: it asks for"), world.out());
    assertFalse(world.err().contains("no Docker engine answers"), world.err());
  }

  private void assertThrough(int status) {
    assertEquals(4, status);
    assertFalse(world.out().contains("refused"), world.out());
    assertTrue(world.err().contains("no Docker engine answers"), world.err());
  }

  @Test
  void with_nobody_to_ask_it_is_refused() {
    assertRefused(world.run(ONE));
    Golden.check("cli/refused.txt", world.out());
  }

  @Test
  void every_grant_has_its_words() {
    assertRefused(world.run(ALL));
    Golden.check("cli/refused-all.txt", world.out());
  }

  @Test
  void it_is_refused_in_40_columns_without_utf_8_too() {
    assertRefused(world.env("LANG", "C").env("COLUMNS", "40").run(ONE));
    assertTrue(world.out().lines().allMatch(line -> line.length() <= 40), world.out());
    Golden.check("cli/refused-40-ascii.txt", world.out());
  }

  @Test
  void colour_only_underlines_it() {
    assertRefused(world.env("TERM", "xterm").run("--color", "always", ONE));
    Golden.check("cli/refused-colour.txt", world.out());
  }

  @Test
  void a_plan_says_what_would_be_asked() {
    assertEquals(0, world.run("plan", ONE), world.err());
    assertTrue(world.out().contains("Ask for  a person gives it: --allow docker-socket"));
    assertTrue(world.out().contains("docker-socket  the Docker socket. Whoever"), world.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-socket", "all", "devices,docker-socket", "devices --allow all"})
  void what_is_allowed_goes_through(String given) {
    assertThrough(world.run(("run --allow " + given + " " + ONE).split(" ")));
  }

  @Test
  void another_grant_does_not_do() {
    assertRefused(world.run("--allow", "devices,host-paths", ONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "yes", " Yes "})
  void a_yes_at_the_terminal_goes_through(String answer) {
    assertThrough(world.typing(answer + "\n").run(ONE));
    assertTrue(world.err().contains("wait: it asks for the Docker socket. Whoever"), world.err());
    assertTrue(world.err().contains("Run it all the same? [y/N]"), world.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "n\n", "yo\n", ""})
  void anything_else_is_a_no(String answer) {
    assertRefused(world.typing(answer).run(ONE));
  }

  @Test
  void each_scenario_is_asked_about() {
    int status = world.typing("n\nn\n").run(ONE, ALL);
    assertRefused(status);
    assertEquals(2, world.err().split("Run it all the same", -1).length - 1);
    assertTrue(world.out().contains("0 of 2 scenarios passed, 2 refused"), world.out());
  }

  @Test
  void what_comes_on_standard_input_lies_in_no_trusted_folder() throws IOException {
    world.env("HOME", temporary.toString());
    assertEquals(0, world.run("trust", "."));
    world = new World().env("HOME", temporary.toString()).typing(Files.readString(Path.of(ONE)));
    assertRefused(world.run("-"));
    world = new World().env("HOME", temporary.toString());
    assertThrough(world.run(ONE));
  }

  private Path labs() throws IOException {
    Path labs = Files.createDirectories(temporary.toRealPath().resolve("labs"));
    Files.copy(Path.of(ONE), labs.resolve("one.yaml"));
    world.env("HOME", temporary.resolve("home").toString());
    return labs;
  }

  private World again() {
    world = new World().env("HOME", temporary.resolve("home").toString());
    return world;
  }

  @Test
  void a_trusted_folder_needs_no_asking_until_it_is_removed() throws IOException {
    Path labs = labs();
    String file = labs.resolve("one.yaml").toString();
    assertRefused(world.run(file));
    assertEquals(0, again().run("trust", labs.getParent().toString()), world.err());
    assertThrough(again().run(file));
    assertEquals(0, again().run("trust", "--list"));
    assertEquals(labs.getParent() + "\n", world.out());
    assertEquals(0, again().run("trust", "--remove", labs.getParent().toString()));
    assertRefused(again().run(file));
    assertEquals(2, again().run("trust", "--remove", labs.toString()));
  }

  @Test
  void a_link_is_trusted_as_what_it_leads_to() throws IOException {
    Path labs = labs();
    Path link = Files.createSymbolicLink(labs.resolveSibling("link"), labs);
    assertEquals(0, world.run("trust", link.toString()), world.err());
    assertThrough(again().run(labs.resolve("one.yaml").toString()));
    assertThrough(again().run(link.resolve("one.yaml").toString()));
  }

  @Test
  void a_link_in_a_trusted_folder_to_a_file_elsewhere_is_not_trusted() throws IOException {
    Path labs = labs();
    Path elsewhere = Files.createDirectories(labs.resolveSibling("elsewhere"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link.yaml"), labs.resolve("one.yaml"));
    assertEquals(0, world.run("trust", elsewhere.toString()), world.err());
    assertRefused(again().run(link.toString()));
  }

  @Test
  void a_list_that_is_broken_trusts_nothing_and_says_so() throws IOException {
    Path labs = labs();
    assertEquals(0, world.run("trust", labs.toString()), world.err());
    Path list = temporary.resolve("home/.config/labrun/trusted-folders");
    Files.writeString(list, Files.readString(list) + "labs/mine\n");
    assertRefused(again().run(labs.resolve("one.yaml").toString()));
    assertTrue(world.out().contains("is not a whole"), world.out());
    assertEquals(2, again().run("trust", "--list"));
  }

  @Test
  void without_a_home_nothing_is_trusted_and_nothing_can_be() {
    assertRefused(world.run(ONE));
    assertEquals(2, new World().run("trust", temporary.toString()));
  }
}
