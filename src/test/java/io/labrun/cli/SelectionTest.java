package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the files are meant, told by the plans that a dry run prints. */
final class SelectionTest {
  private static final List<String> NAMES = List.of("bridge", "macvlan", "overlay", "volume");

  @TempDir private Path folder;
  private final World world = new World();

  @BeforeEach
  void scenarios() throws IOException {
    file("a.yaml", "name: bridge\ntags: [network, quick]\ncontainers: {c: {image: busybox}}\n");
    file("b.yaml", "name: macvlan\ntags: [network]\ncontainers: {c: {image: busybox}}\n");
    file("c.yaml", "name: overlay\ntags: [network, swarm]\ncontainers: {c: {image: busybox}}\n");
    file("d.yaml", "name: volume\ncontainers: {c: {image: busybox}}\n");
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private int run(String... options) {
    List<String> words = new ArrayList<>(List.of("run", "--dry-run"));
    words.addAll(List.of(options));
    words.add(folder.toString());
    return world.run(words.toArray(String[]::new));
  }

  private String planned() {
    List<String> found =
        NAMES.stream().filter(name -> world.out().lines().anyMatch(name::equals)).toList();
    return String.join(" ", found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tag network|bridge macvlan overlay",
        "--tag quick,swarm|bridge overlay",
        "--tag quick --tag swarm|bridge overlay",
        "--exclude-tag network|volume",
        "--tag network --exclude-tag swarm,quick|macvlan",
        "--filter vlan|macvlan",
        "--filter b.yaml|macvlan",
        "--filter o*|overlay",
        "--filter [uv]*|volume",
        "--filter ?.yaml|bridge macvlan overlay volume",
        "--filter bri --filter vol|bridge volume",
        "--shard 1/2|bridge overlay",
        "--shard 2/2|macvlan volume",
        "--shard 3/3|overlay",
        "--tag network --shard 2/2|macvlan"
      })
  void options_choose(String options, String expected) {
    assertEquals(0, run(options.split(" ")), world.err());
    assertEquals(expected, planned());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7, 25})
  void every_file_is_in_exactly_one_shard_and_none_has_more_than_one_more(int parts) {
    for (int files = 0; files < 60; files++) {
      int[] sizes = new int[parts];
      for (int index = 0; index < files; index++) {
        int in = 0;
        for (int part = 1; part <= parts; part++) {
          if (new Shard(part, parts).has(index)) {
            in++;
            sizes[part - 1]++;
          }
        }
        assertEquals(1, in);
      }
      int most = Arrays.stream(sizes).max().orElseThrow();
      int least = Arrays.stream(sizes).min().orElseThrow();
      assertTrue(most - least <= 1, files + " in " + parts);
    }
  }

  @Test
  void what_cannot_be_judged_by_its_tags_stays_and_decides() throws IOException {
    file("e.yaml", "name: broken\ntags: [volume\ncontainers: {}\n");
    assertEquals(3, run("--tag", "swarm"));
    assertEquals("overlay", planned());
    assertTrue(world.err().contains("e.yaml"), world.err());
    assertEquals(0, new World().run("-n", "--filter", "overlay", folder.toString()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tag netwrk|no scenario is left to be run: 4 of 4 left out by --tag netwrk|tags: network"
            + " (3), quick (1), swarm (1)",
        "--filter nothing|4 of 4 left out by --filter nothing|names: bridge, macvlan, overlay,"
            + " volume",
        "--tag swarm --filter bridge|4 of 4 left out: 3 by --tag swarm, 1 by --filter"
            + " bridge|names: overlay",
        "--shard 5/5|4 of 4 left out by --shard 5/5|4 files to share out: the last part with one is 4/5"
      })
  void nothing_left_is_an_error_that_says_what_was_there(
      String options, String message, String help) {
    assertEquals(4, run(options.split(" ")), world.err());
    assertTrue(world.err().startsWith("labrun: no scenario is left to be run"), world.err());
    assertTrue(world.err().contains(message), world.err());
    assertTrue(world.err().contains(help), world.err());
    assertEquals("", world.out());
  }

  @Test
  void a_name_that_can_be_no_files_name_is_no_obstacle() throws IOException {
    file("e.yaml", "name: \"odd\\0name\"\ncontainers: {c: {image: busybox}}\n");
    assertEquals(0, run("--filter", "o*y"), world.err());
    assertEquals("overlay", planned());
  }

  @Test
  void a_tag_that_nothing_has_is_said_where_others_match() {
    assertEquals(0, run("--tag", "network,sawrm"), world.err());
    assertTrue(
        world.err().contains("no scenario has the tag `sawrm`; did you mean `swarm`?"),
        world.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--shard 0/2|--shard: it takes PART/PARTS",
        "--shard 3/2|--shard: it takes PART/PARTS",
        "--shard x|--shard: it takes PART/PARTS",
        "--tag ,|a tag is a word",
        "--filter {a|`{a` is no pattern",
        "--only-failed src|the report `src` cannot be read: Is a directory",
        "--only-failed pom.xml/x|the report `pom.xml/x` cannot be read: Not a directory",
        "--only-failed no-such.json|there is no report `no-such.json`",
        "--only-failed pom.xml|the report `pom.xml` cannot be read: it is not JSON"
      })
  void wrong_words_are_wrong_use(String options, String message) {
    assertEquals(2, run(options.split(" ")), world.err());
    assertTrue(world.err().contains(message), world.err());
    assertFalse(world.err().contains("\tat "), world.err());
  }

  private String report(String... lines) throws IOException {
    String files = String.join(",\n", lines).replace("FOLDER", folder.toString());
    String text =
        "{\"report\": 1, \"batch\": {\"files\": [1, {\"file\": 3}]}, \"files\": ["
            + files
            + "], \"time\": 1.5}";
    return Files.writeString(folder.resolve("report.json"), text).toString();
  }

  private static String entry(String file, String status) {
    return "{\"runs\": [{\"status\": \"passed\"}], \"file\": \"FOLDER/./%s\", \"status\": \"%s\"}"
        .formatted(file, status);
  }

  @Test
  void only_what_failed_in_the_last_report_is_run_again() throws IOException {
    String report =
        report(entry("a.yaml", "failed"), entry("b.yaml", "passed"), entry("d.yaml", "invalid"));
    assertEquals(0, run("--only-failed", report), world.err());
    assertEquals("bridge volume", planned());
    assertTrue(world.err().contains("1 of 4 files are not in "), world.err());
  }

  @Test
  void a_report_that_labrun_wrote_is_understood() throws IOException {
    String report = folder.resolve("written.json").toString();
    String wrong = folder.resolve("e.yaml").toString();
    file("e.yaml", "name: broken\ncontainers: {c: {imgae: busybox}}\n");
    assertEquals(3, world.run("--report", "json=" + report, wrong, wrong + ".none"));
    World again = new World();
    assertEquals(3, again.run("--dry-run", "--only-failed", report, folder.toString()));
    assertTrue(again.err().contains("1 mistake in " + wrong), again.err());
    assertTrue(again.err().contains("4 of 5 files are not in " + report), again.err());
  }

  @Test
  void a_report_of_another_version_or_program_is_not_guessed_at() throws IOException {
    Path other = folder.resolve("other.json");
    Files.writeString(other, "{\"report\": 2, \"files\": []}");
    assertEquals(2, run("--only-failed", other.toString()));
    assertTrue(world.err().contains("it is of version 2, and only 1 is known"), world.err());
    Files.writeString(other, "{\"tests\": []}");
    assertEquals(2, run("--only-failed", other.toString()));
    assertTrue(world.err().contains("it has no list `files`"), world.err());
    Files.writeString(other, "{\"files\": [{\"file\": \"x\"}]}");
    assertEquals(2, run("--only-failed", other.toString()));
    assertTrue(world.err().contains("has no `file` or no `status`"), world.err());
    Files.writeString(other, "{\"report\": 1, \"x\": " + "9".repeat(5000) + ", \"files\": []}");
    assertEquals(2, run("--only-failed", other.toString()), world.err());
  }

  @Test
  void a_report_of_files_elsewhere_says_so() throws IOException {
    String report = report("{\"file\": \"/elsewhere/a.yaml\", \"status\": \"failed\"}");
    assertEquals(4, run("--only-failed", report), world.err());
    assertTrue(world.err().contains("4 of 4 files are not in " + report), world.err());
  }

  @Test
  void after_a_batch_without_failures_there_is_nothing_to_run_again() throws IOException {
    String report = report(entry("a.yaml", "passed"), entry("b.yaml", "skipped"));
    assertEquals(4, run("--only-failed", report), world.err());
    assertTrue(world.err().contains("report.json: 1 passed, 1 skipped"), world.err());
  }

  @Test
  void what_can_be_read_once_is_not_looked_into_beforehand() throws Exception {
    Path pipe = folder.resolve("pipe");
    String script = "mkfifo pipe && cat a.yaml >pipe";
    Process writer = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).start();
    while (!Files.exists(pipe)) {
      Thread.onSpinWait();
    }
    assertEquals(0, world.run("-n", "--filter", "x", "--tag", "y", pipe.toString()), world.err());
    assertEquals("bridge", planned());
    assertEquals(0, writer.waitFor());
  }

  @Test
  void standard_input_is_a_scenario_whose_paths_start_here() {
    World piped = new World().typing("name: piped\ntags: [x]\ncontainers: {c: {image: busybox}}\n");
    assertEquals(0, piped.run("run", "-n", "--tag", "x", "-"), piped.err());
    assertTrue(piped.out().lines().anyMatch("piped"::equals), piped.out());
    World wrong = new World().typing("name: piped\ncontainers: {c: {imgae: busybox}}\n");
    assertEquals(3, wrong.run("validate", "-"));
    assertTrue(wrong.out().contains("┌─ -:2:18"), wrong.out());
    assertTrue(wrong.out().contains("1 mistake in -"), wrong.out());
  }
}
