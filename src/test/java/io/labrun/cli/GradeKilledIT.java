package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.StandingRun;
import io.labrun.run.StandingRuns;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.LabelledObject;
import io.labrun.testbed.Alone;
import io.labrun.testbed.Program;
import io.labrun.testbed.Takes;
import io.labrun.testbed.TestEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A grading that is killed: what it made is found again, and only once it is gone for sure. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@Takes(seconds = 40)
@ResourceLock(Alone.ORPHANS)
final class GradeKilledIT {
  private static final String EXERCISE =
      """
      name: %s
      containers:
        app: {build: ./app, network_mode: none, volumes: ["./app:/app"]}
      assertions:
        - {name: it ends, exec: {container: app, command: sleep 100}, timeout: 100s, within: 0s}
      submission: [app/]
      """;

  @TempDir private Path folder;
  private String name;
  private Process process;

  @BeforeEach
  void begin() throws IOException {
    name = "it-killed-" + Long.toString(System.nanoTime() & 0xfffff, 36);
    Files.writeString(folder.resolve("exercise.yaml"), EXERCISE.formatted(name));
    String runs = "FROM busybox\nRUN echo 1 >/first\nCMD sleep 1000\n";
    handIn("..", runs);
    handIn("builds", "FROM busybox\nRUN echo " + name + " >/first\nRUN sleep 1000\n");
    handIn("runs", runs);
    process =
        new ProcessBuilder(
                Path.of("target/labrun").toAbsolutePath().toString(),
                "grade",
                "exercise.yaml",
                "--submissions",
                "in",
                "--no-solution",
                "-j",
                "2",
                "--report",
                "csv=grades.csv")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
  }

  @AfterEach
  void end() throws Exception {
    process.destroyForcibly().waitFor();
  }

  private void handIn(String student, String dockerfile) throws IOException {
    Path place = folder.resolve("in").resolve(student).resolve("app").normalize();
    Path app = Files.createDirectories(place);
    Files.writeString(app.resolve("Dockerfile"), dockerfile);
  }

  @Test
  void clean_removes_copies_containers_images_and_steps_once_it_is_gone() throws Exception {
    awaitAllOfIt();
    assertFalse(isPacked(), "what an image is built from has no name any more");
    Program.Ended early = Program.in(folder).run("clean");
    assertEquals(0, early.status(), early.out());
    assertFalse(early.out().contains(name), early.out());
    assertTrue(isAllThere(), "of a grading that goes on nothing is removed: " + early.out());

    process.destroyForcibly().waitFor();
    assertEquals(2, desks().size());
    Program.Ended listed = Program.in(folder).run("ls");
    assertTrue(listed.out().matches("(?s).*" + name + "-.... +orphaned .*"), listed.out());
    Program.Ended cleaned = Program.in(folder).run("clean");
    assertEquals(0, cleaned.status(), cleaned.out());
    assertTrue(cleaned.out().contains("copies of submissions"), cleaned.out());
    assertEquals(List.of(), desks());
    assertEquals(List.of(), objects());
  }

  private void awaitAllOfIt() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!isAllThere()) {
      assertTrue(System.nanoTime() < end && process.isAlive(), text(folder.resolve("log")));
      Thread.sleep(100);
    }
  }

  /** One is being built, in its second step; the other's container runs. */
  private boolean isAllThere() throws IOException {
    List<String> found = objects();
    return found.contains("step container")
        && found.contains("step image")
        && found.contains("lab container")
        && found.contains("lab image")
        && desks().size() == 2;
  }

  /** What stands of both runs: role and kind of each object. */
  private List<String> objects() {
    try (Engine engine = TestEngine.connect()) {
      return new StandingRuns(engine)
          .list().stream()
              .filter(run -> run.run().scenario().equals(name))
              .map(StandingRun::objects)
              .flatMap(List::stream)
              .map(GradeKilledIT::words)
              .toList();
    }
  }

  private static String words(LabelledObject object) {
    return object.labels().get("io.labrun.role") + " " + object.kind().word();
  }

  private List<Path> desks() throws IOException {
    String owner = ":" + process.pid() + ":";
    try (Stream<Path> all = temporary("labrun-grade-")) {
      return all.filter(desk -> text(desk.resolve("owner")).contains(owner)).toList();
    }
  }

  private boolean isPacked() throws IOException {
    try (Stream<Path> all = temporary("labrun-build-")) {
      return all.anyMatch(archive -> text(archive).contains(name));
    }
  }

  private static Stream<Path> temporary(String prefix) throws IOException {
    return Files.list(Path.of(System.getProperty("java.io.tmpdir")))
        .filter(path -> path.getFileName().toString().startsWith(prefix));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
