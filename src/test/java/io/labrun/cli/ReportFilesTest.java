package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.BatchEvent;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Problem;
import io.labrun.report.file.JUnitSchema;
import io.labrun.report.file.ReportHead;
import io.labrun.report.file.ReportKind;
import io.labrun.report.file.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports are written whatever comes, and what can't be written is said. */
final class ReportFilesTest {
  private static final ReportHead HEAD = new ReportHead("1.2.3", "en");

  private static final String LAB =
      """
      name: it-report
      containers:
        box: {image: busybox, command: sleep infinity}
      assertions:
        - name: it speaks
          exec: {container: box, command: "true"}
      """;

  @TempDir private Path folder;
  private final World world = new World();

  private String lab() throws IOException {
    return Files.writeString(folder.resolve("lab.yaml"), LAB).toString();
  }

  private String report(ReportKind kind) {
    return kind.word() + "=" + folder.resolve("out/" + kind.word());
  }

  private Path of(ReportKind kind) {
    return folder.resolve("out/" + kind.word());
  }

  private void refused(String said, String... reports) throws IOException {
    World here = new World();
    String[] words =
        Stream.concat(
                Arrays.stream(reports).flatMap(one -> Stream.of("--report", one)), Stream.of(lab()))
            .toArray(String[]::new);
    assertEquals(2, here.run(words), here.err());
    assertTrue(here.err().contains(said), here.err());
    assertTrue(here.err().contains("nothing was run"), here.err());
    assertEquals("", here.out());
  }

  @Test
  void what_cannot_be_written_is_said_before_anything_is_run() throws IOException {
    refused("it is a folder", "json=" + folder);
    refused("is a file, not a folder", "json=" + lab() + "/below/r.json");
    refused("two reports cannot both go to standard output", "json=-", "tap=-");
    String one = folder.resolve("r").toString();
    refused("two reports cannot both go to", "json=" + one, "tap=" + folder.resolve("x/../r"));
    refused("it has the name of a scenario", "json=" + folder.resolve("./lab.yaml"));
    assertEquals(LAB, Files.readString(folder.resolve("lab.yaml")));
    assertFalse(Files.exists(folder.resolve("r")));
  }

  @Test
  void no_report_takes_the_place_of_a_scenario_whatever_that_is_called() throws IOException {
    String lab = Files.writeString(folder.resolve("lab.txt"), LAB).toString();
    String missing = Files.createDirectories(folder.resolve("empty")).toString();
    assertEquals(2, world.run("--report", "json=" + lab, lab, missing));
    assertTrue(world.err().contains("it is one of the scenarios"), world.err());
    assertEquals(LAB, Files.readString(folder.resolve("lab.txt")));
  }

  @Test
  void a_link_to_a_report_is_the_same_file() throws IOException {
    Path there = Files.writeString(folder.resolve("there"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), there);
    refused("two reports cannot both go to", "json=" + there, "tap=" + link);
  }

  @Test
  void where_no_engine_answers_no_report_of_an_earlier_batch_stays() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    String[] words = new String[2 * ReportKind.values().length + 1];
    for (ReportKind kind : ReportKind.values()) {
      Files.writeString(of(kind), "green");
      words[2 * kind.ordinal()] = "--report";
      words[2 * kind.ordinal() + 1] = report(kind);
    }
    words[words.length - 1] = lab();
    assertEquals(4, world.run(words), world.err());
    for (ReportKind kind : ReportKind.values()) {
      String text = Files.readString(of(kind));
      assertFalse(text.contains("green"), kind.word());
      assertTrue(text.contains("no Docker engine answers") || text.contains("docker.sock"), text);
    }
    String json = Files.readString(of(ReportKind.JSON));
    assertEquals(List.of(), ReportSchema.mistakes(json));
    assertTrue(json.contains("\"status\": \"unrun\""), json);
    String junit = Files.readString(of(ReportKind.JUNIT));
    assertFalse(JUnitSchema.all(JUnitSchema.valid(junit), "error").isEmpty(), junit);
    assertTrue(Files.readString(of(ReportKind.GITHUB)).startsWith("::error "));
    assertTrue(Files.readString(of(ReportKind.TAP)).contains("Bail out! "));
    try (Stream<Path> left = Files.list(folder.resolve("out"))) {
      assertEquals(ReportKind.values().length, left.count(), "no temporary file stays");
    }
  }

  @Test
  void where_there_is_nothing_to_run_no_report_of_an_earlier_batch_stays() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path old = Files.writeString(folder.resolve("r.xml"), "green");
    assertEquals(2, world.run("--report", "junit=" + old, empty.toString()), world.err());
    assertEquals(1, JUnitSchema.all(JUnitSchema.valid(Files.readString(old)), "error").size());
  }

  @Test
  void a_report_on_standard_output_has_it_to_itself() throws IOException {
    String broken = Files.writeString(folder.resolve("broken.yaml"), "name: Broken\n").toString();
    assertEquals(3, world.run("--report", "json=-", broken), world.err());
    assertEquals(List.of(), ReportSchema.mistakes(world.out()));
    assertTrue(world.err().contains("1 mistake"), world.err());
  }

  @Test
  void a_dry_run_has_nothing_to_report() throws IOException {
    assertEquals(2, world.run("--dry-run", "--report", "json=-", lab()));
    assertTrue(world.err().contains("--dry-run runs nothing"), world.err());
  }

  private static BatchResult unrun() {
    FileResult file = FileResult.unrun("a.yaml", Problem.of("why not"));
    return new BatchResult(List.of(file), Instant.now(), Duration.ZERO, Optional.empty());
  }

  @Test
  void one_that_cannot_be_written_in_the_end_is_said_and_the_others_are_written()
      throws IOException {
    ReportFile bad = new ReportFile(ReportKind.JSON, Path.of("/dev/full"));
    ReportFile good = new ReportFile(ReportKind.TAP, folder.resolve("deep/er/r.tap"));
    ReportFiles files = new ReportFiles(List.of(bad, good), world.console(), HEAD);
    files.check();
    assertFalse(files.write(unrun()));
    assertTrue(world.err().contains("the report `/dev/full` could not be written: "), world.err());
    assertTrue(Files.readString(good.file()).contains("not ok 1 - a.yaml"));
  }

  @Test
  void one_that_breaks_off_leaves_the_older_one_whole() throws IOException {
    Path old = Files.writeString(folder.resolve("r.json"), "old");
    Files.createDirectory(folder.resolve(".r.json." + ProcessHandle.current().pid() + ".tmp"));
    ReportFile file = new ReportFile(ReportKind.JSON, old);
    assertFalse(new ReportFiles(List.of(file), world.console(), HEAD).write(unrun()));
    assertEquals("old", Files.readString(old));
  }

  /** The disk is full once something was written. */
  @Test
  void one_that_no_room_is_left_for_leaves_the_older_one_whole_and_nothing_beside_it()
      throws IOException {
    Path old = Files.writeString(folder.resolve("r.json"), "old");
    Path beside = folder.resolve(".r.json." + ProcessHandle.current().pid() + ".tmp");
    Files.createSymbolicLink(beside, Path.of("/dev/full"));
    ReportFile file = new ReportFile(ReportKind.JSON, old);
    assertFalse(new ReportFiles(List.of(file), world.console(), HEAD).write(unrun()));
    assertEquals(1, world.err().lines().count(), world.err());
    assertTrue(
        world.err().endsWith("could not be written: No space left on device\n"), world.err());
    assertEquals("old", Files.readString(old));
    assertTrue(Files.notExists(beside, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void what_had_its_result_keeps_it_when_the_batch_breaks_off() throws IOException {
    ReportFile file = new ReportFile(ReportKind.JSON, folder.resolve("r.json"));
    ReportFiles files = new ReportFiles(List.of(file), world.console(), HEAD);
    files.on(new BatchEvent.BatchStarted(List.of("a.yaml", "b.yaml")));
    files.on(new BatchEvent.FileFinished(1, FileResult.invalid("b.yaml", List.of())));
    assertThrows(
        IllegalStateException.class,
        () ->
            files.during(
                () -> {
                  throw new IllegalStateException("a mistake of ours");
                }));
    files.write(unrun());
    String json = Files.readString(file.file());
    assertEquals(List.of(), ReportSchema.mistakes(json));
    assertTrue(json.contains("\"stopped\": \"a mistake of ours\""), json);
    assertTrue(
        json.indexOf("\"status\": \"unrun\"") < json.indexOf("\"status\": \"invalid\""), json);
  }
}
