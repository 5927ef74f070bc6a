package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files the words on a command line mean. */
final class ScenarioFilesTest {
  private static final String SCENARIO = "name: lab\ncontainers: {a: {image: busybox}}\n";
  private static final String COMPOSE = "services: {web: {image: nginx}}\n";

  @TempDir private Path outer;
  private Path folder;

  @BeforeEach
  void aFolderInAFolder() throws IOException {
    folder = Files.createDirectory(outer.resolve("labs"));
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Found find(Object... names) {
    return ScenarioFiles.find(List.of(names).stream().map(Object::toString).toList());
  }

  private List<String> names(Found found) {
    return found.files().stream().map(f -> folder.relativize(f).toString()).toList();
  }

  private String told(Found found) {
    return String.join("\n", found.told()).replace(folder + "/", "");
  }

  @Test
  void of_a_folder_all_scenarios_are_taken_and_what_is_none_is_said() throws IOException {
    file("b/late.yml", SCENARIO);
    file("a.yaml", SCENARIO);
    file("a.txt", SCENARIO);
    file("typo.yaml", SCENARIO.replace("containers", "contianers"));
    file("postgres/docker-compose.yaml", COMPOSE);
    Found found = find(folder);
    assertEquals(List.of("a.yaml", "b/late.yml", "typo.yaml"), names(found));
    assertEquals(
        "not a scenario: postgres/docker-compose.yaml (it has neither `assertions` nor"
            + " `containers`)",
        told(found));
  }

  @Test
  void a_file_that_is_named_is_always_a_scenario() throws IOException {
    Path compose = file("docker-compose.yaml", COMPOSE);
    file("a.yaml", SCENARIO);
    Found found = find(compose, folder);
    assertEquals(List.of("docker-compose.yaml", "a.yaml"), names(found));
  }

  @Test
  void each_file_is_taken_once_as_it_was_named_first() throws IOException {
    Path late = file("b.yaml", SCENARIO);
    file("a.yaml", SCENARIO);
    Found found = find(late, folder, folder.resolve("../labs/a.yaml"), "-", "-");
    assertEquals(List.of(late, folder.resolve("a.yaml"), Path.of("-")), found.files());
  }

  @Test
  void what_is_hidden_is_said_but_not_where_it_holds_no_yaml() throws IOException {
    file("a.yaml", SCENARIO);
    file(".github/workflows/ci.yaml", SCENARIO);
    file(".github/workflows/cd.yaml", SCENARIO);
    file(".gitlab-ci.yml", SCENARIO);
    file(".git/x.yaml", SCENARIO);
    file(".idea/x.xml", "");
    Found found = find(folder);
    assertEquals(List.of("a.yaml"), names(found));
    assertEquals(
        "not looked at: .github, .gitlab-ci.yml (hidden; to look at it all the same, name it)",
        told(found));
    assertEquals(
        List.of(".github/workflows/cd.yaml", ".github/workflows/ci.yaml"),
        names(find(folder.resolve(".github"))));
  }

  @Test
  void links_lead_neither_in_circles_nor_out_of_the_folder() throws IOException {
    file("a.yaml", SCENARIO);
    Files.createSymbolicLink(folder.resolve("again"), Path.of("."));
    Files.createSymbolicLink(folder.resolve("up"), Path.of(".."));
    Files.createSymbolicLink(folder.resolve("linked.yaml"), Path.of("a.yaml"));
    Files.createSymbolicLink(folder.resolve("none.yaml"), Path.of("gone.yaml"));
    Files.createSymbolicLink(folder.resolve("self.yaml"), Path.of("self.yaml"));
    Found found = find(folder);
    assertEquals(List.of("a.yaml", "linked.yaml", "none.yaml", "self.yaml"), names(found));
    assertEquals("not looked at: up (a link to a folder elsewhere, or no file)", told(found));
  }

  @Test
  void a_folder_may_be_named_by_a_link() throws IOException {
    file("a.yaml", SCENARIO);
    Path link = Files.createSymbolicLink(outer.resolve("link"), folder);
    assertEquals(List.of(link.resolve("a.yaml")), find(link).files());
  }

  @Test
  void the_current_folder_is_not_repeated_in_every_name() {
    List<Path> files = find(".").files();
    assertTrue(files.contains(Path.of("scenarios/none.yaml")), files.toString());
  }

  @Test
  void a_pipe_is_not_waited_for() throws Exception {
    file("a.yaml", SCENARIO);
    Path pipe = folder.resolve("pipe.yaml");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    Found found = find(folder);
    assertEquals(List.of("a.yaml"), names(found));
    assertTrue(told(found).startsWith("not looked at: pipe.yaml"), told(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.yaml|a.yaml b.yaml",
        "**/*.yaml|a.yaml b.yaml sub/c.yaml sub/deep/d.yaml",
        "sub/**|sub/c.yaml sub/deep/d.yaml",
        "[ab].yaml|a.yaml b.yaml",
        "{a,sub/c}.yaml|",
        "{a,x}.yaml|a.yaml",
        "?.y*|a.yaml b.yaml",
        "su?|sub/c.yaml sub/deep/d.yaml",
        "s*/**/d.yaml|sub/deep/d.yaml",
        "*|a.yaml b.yaml sub/c.yaml sub/deep/d.yaml",
        ".h*/*.yaml|.hidden/e.yaml"
      })
  void a_pattern_that_the_shell_has_left_is_expanded(String pattern, String expected)
      throws IOException {
    for (String name : "a.yaml b.yaml sub/c.yaml sub/deep/d.yaml .hidden/e.yaml".split(" ")) {
      file(name, SCENARIO);
    }
    file("notes.txt", SCENARIO);
    file("compose.yaml", COMPOSE);
    if (expected == null) {
      assertThrows(UseException.class, () -> find(folder.resolve(pattern)));
    } else {
      assertEquals(List.of(expected.split(" ")), names(find(folder.resolve(pattern))));
    }
  }

  @Test
  void a_file_whose_name_looks_like_a_pattern_is_that_file() throws IOException {
    Path odd = file("[1].yaml", SCENARIO);
    file("1.yaml", SCENARIO);
    assertEquals(List.of(odd), find(odd).files());
  }

  @Test
  void what_comes_to_nothing_is_wrong_use_that_says_what_was_there() throws IOException {
    file("compose.yaml", COMPOSE);
    UseException folderOnly = assertThrows(UseException.class, () -> find(folder));
    assertEquals("there is no scenario in the folder `" + folder + "`", folderOnly.getMessage());
    assertTrue(folderOnly.help().get(0).contains("compose.yaml"), folderOnly.help().toString());
    Path pattern = folder.resolve("*.yml");
    UseException none = assertThrows(UseException.class, () -> find(pattern));
    assertEquals("there is no *.yaml or *.yml that matches `" + pattern + "`", none.getMessage());
    Path bad = folder.resolve("{a.yaml");
    assertThrows(UseException.class, () -> find(bad));
  }

  @Test
  void many_lines_are_cut_short() throws IOException {
    file("a.yaml", SCENARIO);
    for (int i = 0; i < 20; i++) {
      file("c" + i + ".yaml", COMPOSE);
    }
    Found found = find(folder);
    assertEquals(20, found.told().size());
    assertEquals(6, found.shortly().size());
    assertTrue(found.shortly().get(5).startsWith("and 15 more such lines"));
  }
}
