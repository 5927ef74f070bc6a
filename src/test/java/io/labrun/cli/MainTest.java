package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.explain.Starter;
import io.labrun.report.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line from its arguments to what is printed and the exit status. */
final class MainTest {
  @TempDir private Path folder;
  private final World world = new World();

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "run",
        "grade",
        "validate",
        "new",
        "explain",
        "plan",
        "graph",
        "up",
        "check",
        "down",
        "ls",
        "clean",
        "trust",
        "images",
        "images pull",
        "images save",
        "images load",
        "doctor",
        "completion"
      })
  void help_is_worth_reading_and_fits_80_columns(String command) {
    String[] args = (command + " --help").strip().split(" ");
    assertEquals(0, world.run(args));
    assertEquals("", world.err());
    assertTrue(world.out().lines().allMatch(line -> line.length() <= 80), world.out());
    String name = command.isEmpty() ? "labrun" : command.replace(' ', '-');
    Golden.check("cli/help-" + name + ".txt", world.out());
  }

  @Test
  void without_arguments_it_shows_the_way() {
    assertEquals(2, world.run());
    assertTrue(world.err().contains("labrun --help"), world.err());
  }

  @Test
  void the_version_is_one_line() {
    assertEquals(0, world.run("--version"));
    assertEquals(1, world.out().lines().count());
    assertTrue(world.out().startsWith("labrun "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--quite x.yaml|did you mean `--quiet`?",
        "validate --no-such-option x.yaml|validate does not know `--no-such-option`",
        "valdiate x|did you mean `labrun validate`?",
        "--quiet ls|the command `ls` must come first",
        "--keep sometimes x.yaml|failed, always or never",
        "--set x y.yaml|name=value",
        "--set =x y.yaml|name=value",
        "--color pink x.yaml|--color: it takes auto, always, never, not 'pink'",
        "graph --format png x.yaml|--format: it takes svg, mermaid, dot, not 'png'",
        "--as docker x.yaml|--as goes with --dry-run",
        "--engine podman x.yaml|--engine: it takes private, not 'podman'; --host names another engine",
        "--engine private --host unix:///x.sock x.yaml|--host names an engine and --engine private",
        "--engine private --keep failed x.yaml|a private engine ends with its run, so --keep has",
        "up --engine private x.yaml|nothing stands on it afterwards",
        "grade x.yaml|--submissions is missing: where is what the students handed in?",
        "grade|EXERCISE is missing",
        "grade x.yaml --submissions no-such|there is no folder `no-such`",
        "grade x.yaml --submissions src --memory lots|--memory: it takes a size such as 512m, not",
        "grade x.yaml --submissions src --memory 1m|--memory must be at least 6m",
        "grade x.yaml --submissions src --cpus 0|--cpus: it takes a number such as 0.5, not '0'",
        "grade x.yaml --submissions src --timeout 0s|--timeout: it takes a time such as 90s",
        "grade scenarios/none.yaml --submissions src|does not say what is handed in, so it grades",
        "ls --engine private|nothing stands on it afterwards",
        "--allow docker-sock x.yaml|there is no grant `docker-sock`; did you mean `docker-socket`?",
        "--allow capabilities,root x.yaml|there is no grant `root`; there are privileged,",
        "--host-of manager x.yaml|--host-of: it takes HOST=URL, not 'manager'",
        "help grahp|did you mean `graph`?",
        "trust|trust takes a FOLDER or --list",
        "trust /no/such/folder|there is no folder `/no/such/folder`",
        "up|FILE is missing",
        "up a.yaml b.yaml|up does not know `b.yaml`",
        "run|FILE|FOLDER is missing",
        "x.yaml --report|--report: KIND=FILE is missing",
        "x.yaml --report junit|--report: it takes KIND=FILE, such as junit=report.xml",
        "new My_Lab|is not a name for a scenario",
        "new README.md|is not a name for a scenario",
        "images|FILE|FOLDER is missing",
        "images save|FILE.tar is missing",
        "images save pom.xml scenarios|`pom.xml` is there already and holds no images",
        "images save src scenarios|`src` is a folder, not a file to write images into",
        "images load src|`src` is a folder, not a file with images",
        "images load no-such.tar|there is no file `no-such.tar`",
        "images -q pull scenarios|what goes with `images pull` must come after `pull`",
        "images pull --mirror http://x scenarios|--mirror takes a registry's HOST or HOST:PORT",
        "explain raech|did you mean `reach`?",
        "explain image --example|no whole scenario that shows `image`"
      })
  void wrong_use_is_one_message_with_the_way_out(String line, String expected) {
    assertEquals(2, world.run(line.split(" ")), world.err());
    assertTrue(world.err().startsWith("labrun: "), world.err());
    assertTrue(world.err().contains(expected.split("\\|")[0]), world.err());
    assertFalse(world.err().contains("\tat "), world.err());
    assertEquals("", world.out());
  }

  @Test
  void an_empty_text_is_no_folder_to_run() {
    for (String command : List.of("run", "validate", "plan", "images")) {
      assertEquals(2, world.run(command, ""));
      assertTrue(world.err().contains("an empty text names no file"), world.err());
    }
  }

  @Test
  void files_with_mistakes_are_not_said_to_need_no_image() throws IOException {
    String bad = file("bad.yaml", World.ONE_BOX.replace("command: sleep", "comand: sleep"));
    for (String[] line :
        List.of(new String[] {"images", bad}, new String[] {"images", "pull", bad})) {
      World other = new World();
      assertEquals(3, other.run(line), other.err());
      assertEquals("", other.out());
      assertTrue(other.err().endsWith("its images are not known\n"), other.err());
    }
  }

  @Test
  void the_folder_of_one_student_is_not_that_of_all() throws IOException {
    String exercise =
        file(
            "exercise.yaml",
            World.ONE_BOX.replace("infinity}", "infinity, volumes: [./site:/site:ro]}")
                + "submission: [site/]\n");
    file("site/index.html", "mine");
    file("in/alice/site/index.html", "hers");
    assertEquals(
        2, world.run("grade", exercise, "--submissions", folder.resolve("in/alice").toString()));
    assertTrue(world.err().contains("in/alice` holds what one student hands in"), world.err());
    assertTrue(world.err().contains("--submissions " + folder.resolve("in")), world.err());
    World all = new World();
    all.run("grade", exercise, "--submissions", folder.resolve("in").toString());
    assertFalse(all.err().contains("one student"), all.err());
  }

  @Test
  void validate_says_yes_or_shows_every_mistake() throws IOException {
    assertEquals(0, world.run("validate", file("good.yaml", World.ONE_BOX)), world.out());
    assertTrue(world.out().contains("good.yaml: no mistakes"), world.out());
    assertEquals("", world.err());
    String bad = file("bad.yaml", World.ONE_BOX.replace("command: sleep", "comand: sleep"));
    assertEquals(3, world.run("validate", bad));
    assertTrue(world.out().contains("did you mean `command`?"), world.out());
    assertTrue(world.out().contains("1 mistake in " + bad), world.out());
  }

  @Test
  void a_folder_is_all_its_scenarios_by_name() throws IOException {
    file("b/late.yml", World.ONE_BOX);
    file("a.yaml", World.ONE_BOX);
    file("b/note.txt", "no scenario");
    assertEquals(0, world.run("validate", folder.toString()));
    String[] lines = world.out().split("\n");
    assertTrue(lines[0].endsWith("a.yaml: no mistakes"), world.out());
    assertTrue(lines[1].endsWith("late.yml: no mistakes"), world.out());
    assertEquals("2 of 2 files are valid", lines[3]);
  }

  @Test
  void an_empty_folder_is_wrong_use() {
    assertEquals(2, world.run("validate", folder.toString()));
    assertTrue(world.err().contains("no *.yaml or *.yml"), world.err());
  }

  @Test
  void a_missing_file_is_an_invalid_one() {
    assertEquals(3, world.run("validate", folder.resolve("none.yaml").toString()));
    assertTrue(world.out().contains("there is no file"), world.out());
  }

  @Test
  void no_engine_is_said_in_a_few_lines_that_name_the_doctor() throws IOException {
    assertEquals(4, world.run(file("good.yaml", World.ONE_BOX)));
    assertTrue(world.err().startsWith("labrun: no Docker engine answers\n  tried  "), world.err());
    assertTrue(world.err().endsWith("help   labrun doctor    says what is missing\n"), world.err());
  }

  @Test
  void an_invalid_file_is_shown_even_where_no_engine_is() throws IOException {
    assertEquals(3, world.run(file("bad.yaml", "name: 1 2 3\n")));
    assertTrue(world.out().contains("nothing was run"), world.out());
  }

  @Test
  void a_dry_run_is_a_plan_and_touches_no_engine() throws IOException {
    String good = file("good.yaml", World.ONE_BOX);
    assertEquals(0, world.run("--dry-run", good));
    assertTrue(world.out().contains("container box"), world.out());
    World again = new World();
    assertEquals(0, again.run("plan", "--as", "docker", good));
    assertTrue(again.out().startsWith("#!/bin/sh\n"), again.out());
  }

  @Test
  void an_engine_that_nobody_knows_is_named_as_it_was_looked_for() {
    assertEquals(4, world.run("ls", "--host", "foo.invalid"));
    String tried = "labrun: no Docker engine answers\n  tried  --host → tcp://foo.invalid:2375: ";
    assertTrue(world.err().startsWith(tried), world.err());
    String help = "  help   labrun doctor --host foo.invalid    says what is missing\n";
    assertTrue(world.err().endsWith(help), world.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls --host ssh://me:hunter2@far",
        "ls -Hssh://me:hunter2@far",
        "ls --host tcp://me:hunter2@far",
        "ls --host me:hunter2@far",
        "ls --host tcp://me:hunter2@[far",
        "ls --host npipe://me:hunter2@far",
        "doctor --host ssh://me:hunter2@far",
        "doctor --fix --host ssh://me:hunter2@far",
        "ls ssh://me:hunter2@far",
        "ls --hots=ssh://me:hunter2@far",
        "--host ssh://me:hunter2@far --keep maybe x.yaml",
        "up --host ssh://me:hunter2@far --engine private x.yaml"
      })
  void a_password_in_an_address_is_never_repeated(String line) {
    world.run(line.split(" "));
    String said = world.out() + world.err();
    assertFalse(said.isEmpty());
    assertFalse(said.contains("hunter2"), said);
  }

  @Test
  void nor_is_one_of_the_environment() {
    for (String line : List.of("ls", "doctor", "doctor --fix")) {
      World other = new World().env("DOCKER_HOST", "tcp://me:hunter2@far");
      assertEquals(4, other.run(line.split(" ")));
      String said = other.out() + other.err();
      assertTrue(said.contains("tcp://me:***@far"), said);
      assertFalse(said.contains("hunter2"), said);
    }
  }

  @Test
  void the_way_out_of_a_password_has_none() {
    assertEquals(4, world.run("ls", "--host", "ssh://me:hunter2@far"));
    assertTrue(world.err().contains("--host is ssh://me:***@far, which has a"), world.err());
    assertTrue(world.err().contains("labrun doctor --host ssh://me@far"), world.err());
  }

  @Test
  void output_that_is_lost_is_no_success() {
    assertEquals(4, world.full().run("explain"));
    assertTrue(world.err().startsWith("labrun: standard output could not be written"), world.err());
    assertEquals(2, new World().full().run("explain", "raech"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_new_scenario_has_no_mistakes(String language) throws IOException {
    String text = Starter.text("my-lab", language, Optional.of(Path.of("/a b/schema.json")));
    assertTrue(text.startsWith("# yaml-language-server: $schema=file:///a%20b/"), text);
    assertEquals(0, world.run("validate", file("my-lab.yaml", text)), world.out());
    assertTrue(text.contains("\nname: my-lab\n"), text);
    assertEquals(text, Starter.text("my-lab", language, Optional.of(Path.of("/a b/schema.json"))));
  }

  @Test
  void a_language_without_a_starter_gets_the_english_one() {
    String english = Starter.text("x", "en", Optional.empty());
    assertTrue(english.startsWith("name: x\n"), english);
    assertEquals(english, Starter.text("x", "de", Optional.empty()));
    assertFalse(english.equals(Starter.text("x", "ru", Optional.empty())));
  }

  @Test
  void the_pattern_of_a_name_is_that_of_the_schema() throws IOException {
    String schema = Files.readString(Path.of("schema/scenario.schema.json"));
    assertTrue(schema.contains("\"pattern\": \"^" + NewCommand.NAME + "$\""));
  }

  @Test
  void a_new_scenario_never_takes_the_place_of_a_file() throws IOException {
    Path file = Path.of("it-exists-already.yaml");
    Files.writeString(file, "mine");
    try {
      assertEquals(2, world.run("new", "it-exists-already"));
      assertEquals("mine", Files.readString(file));
      assertTrue(world.err().contains("it is left alone"), world.err());
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void a_file_is_explained_or_its_mistakes_are_shown() throws IOException {
    assertEquals(0, world.run("explain", file("good.yaml", World.ONE_BOX)));
    assertTrue(world.out().contains("it speaks"), world.out());
    assertEquals(3, new World().run("explain", file("bad.yaml", "name: 1 2 3\n")));
    assertEquals(3, new World().run("explain", "no-such-file.yaml"));
  }

  @Test
  void an_example_is_printed_alone_and_is_a_scenario() throws IOException {
    assertEquals(0, world.run("explain", "reach", "--example"));
    World again = new World();
    assertEquals(0, again.run("validate", file("reach.yaml", world.out())), again.out());
  }

  @Test
  void a_script_stays_a_script_when_there_are_mistakes() throws IOException {
    assertEquals(3, world.run("plan", "--as", "docker", file("bad.yaml", "name: 1 2 3\n")));
    assertEquals("", world.out());
    assertTrue(world.err().contains("nothing is planned"), world.err());
  }

  @Test
  void a_mistake_of_ours_is_called_one_and_kept_in_a_file_without_secrets() throws IOException {
    String[] args = {
      "run", "--set", "password=hunter2", "--set=token=hunter2", "-Hssh://me:hunter2@far", "x.yaml"
    };
    int status =
        new Failures(world.console())
            .during(
                new IllegalStateException("boom at ssh://me:hunter2@far"), Optional.empty(), args);
    assertEquals(4, status);
    assertTrue(world.err().contains("a mistake in labrun itself"), world.err());
    String line = world.err().lines().filter(l -> l.contains("  file ")).findFirst().orElseThrow();
    Path report = Path.of(line.strip().split("\\s+")[1]);
    String text = Files.readString(report);
    Files.delete(report);
    assertTrue(text.contains("IllegalStateException: boom"), text);
    assertFalse(text.contains("hunter2"), Arrays.toString(args) + text);
  }

  @Test
  void a_scenario_speaks_the_language_that_is_asked_for_or_that_of_the_locale() throws IOException {
    String file = file("lang.yaml", "name: lang\ntitle: {fi: Silta, ru: Мост, en: Bridge}\n");
    assertEquals("lang · Мост", title(new World().env("LANG", "ru_RU.UTF-8"), file));
    assertEquals("lang · Silta", title(new World(), file, "--lang", "fi"));
    assertEquals("lang · Bridge", title(new World(), file, "--lang", "de"));
    assertEquals(
        "lang · Bridge",
        title(new World().env("LANG", "ru_RU.UTF-8").env("LC_ALL", "en_US.UTF-8"), file));
    assertEquals(2, world.run("plan", "--lang", "russian", file));
    assertTrue(world.err().contains("--lang takes two letters"), world.err());
  }

  private static String title(World world, String file, String... options) {
    List<String> words = new ArrayList<>(List.of("plan", file));
    words.addAll(List.of(options));
    assertEquals(0, world.run(words.toArray(String[]::new)), world.err());
    return world.out().lines().findFirst().orElseThrow();
  }
}
