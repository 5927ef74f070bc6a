package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Program;
import io.labrun.testbed.Takes;
import io.labrun.testbed.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Submissions, some of them hostile, on the real engine: each gets its row, and nothing is left.
 */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
@Takes(seconds = 90)
final class GradeIT {
  private static final Path SHIPPED = Path.of("src/test/resources/grade/web-page").toAbsolutePath();
  private static final String GOOD = "FROM busybox\nRUN echo 42 >/answer\nCMD sleep 1000\n";
  private static final String EXERCISE =
      """
      name: NAME
      containers:
        app: {build: ./app, network_mode: none, volumes: ["./app:/app"]}
      assertions:
        - name: it knows the answer
          points: 3
          exec: {container: app, command: cat /answer}
          expect: {stdout: "42"}
          within: 2s
        - name: it is held within limits
          inspect: {container: app}
          expect:
            HostConfig:
              Memory: 67108864
              MemorySwap: 67108864
              PidsLimit: 64
              NanoCpus: 500000000
              SecurityOpt: ["no-new-privileges:true"]
              LogConfig: {Type: json-file, Config: {max-file: "1"}}
          within: 0s
      submission: [app/]
      """;

  private final String name = "it-grade-" + Long.toString(System.nanoTime() & 0xfffff, 36);
  @TempDir private Path folder;

  private void handIn(String student, String dockerfile) throws IOException {
    Path app = Files.createDirectories(folder.resolve(student).resolve("app"));
    Files.writeString(app.resolve("Dockerfile"), dockerfile + "# " + name + "\n");
  }

  private Program.Ended grade(String... more) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("exercise.yaml"), EXERCISE.replace("NAME", name));
    List<String> words = new ArrayList<>(List.of("grade", "exercise.yaml", "--submissions", "in"));
    words.addAll(List.of("--memory", "64m", "--pids", "64", "--cpus", "0.5", "--disk", "40m"));
    words.addAll(List.of(more));
    return Program.in(folder).run(words.toArray(String[]::new));
  }

  private static void row(Program.Ended ended, String pattern) {
    assertTrue(ended.out().lines().anyMatch(line -> line.matches(pattern)), ended.out());
  }

  /** Whatever a build left, by the label that each of its stages has. */
  private void nothingIsLeft() throws IOException {
    String labels = "{{.Config.Labels}}";
    for (List<String> list : List.of(List.of("ps", "-aq"), List.of("images", "-aq"))) {
      for (String id : Docker.cli(list.toArray(String[]::new)).lines().distinct().toList()) {
        String found = Docker.cli("inspect", "--format", labels, id);
        assertFalse(found.contains(name + "-"), id + ": " + found);
      }
    }
    try (Stream<Path> desks = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertEquals(List.of(), desks.filter(this::isDesk).toList());
    }
  }

  private boolean isDesk(Path path) {
    try {
      return path.getFileName().toString().startsWith("labrun-grade-")
          && Files.readString(path.resolve("files/app/Dockerfile")).contains(name);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void the_shipped_example_is_graded_as_the_readme_says() throws Exception {
    Program.Ended ended =
        Program.in(SHIPPED).run("grade", "exercise.yaml", "--submissions", "handed-in");
    assertEquals(0, ended.status(), ended.out());
    row(ended, "  ✓ alice +█{10} +10 of 10 +100 % .*");
    row(ended, "  ✗ bob +█{4}░{6} +4 of 10 +40 % .*");
    row(ended, " +– -4  the page about its author is there: it needs .*|.*found 404.*");
    row(ended, "  ✗ carol +░{10} +0 of 10 +0 %");
    row(ended, " +did not hand in `site/`");
    row(ended, "3 of 3 submissions graded, 1 with all points, 46 % on average in .*");
  }

  @Test
  void one_that_is_hostile_spoils_nothing_but_its_own_row() throws Exception {
    handIn(".", GOOD);
    handIn("in/a-good", GOOD);
    handIn("in/b-loop", "FROM busybox\nRUN while :; do :; done\n");
    handIn("in/c-fork", "FROM busybox\nRUN echo 42 >/answer\nCMD f() { f | f & }; f; sleep 99\n");
    handIn("in/d-memory", "FROM busybox\nRUN tail /dev/zero\n");
    String fill = "i=0; while :; do dd if=/dev/zero of=%s$i bs=1M count=8; i=$((i+1)); done";
    handIn("in/e-disk", "FROM busybox\nRUN " + fill.formatted("/f") + "\n");
    handIn("in/f-volume", "FROM busybox\nVOLUME /v\nCMD " + fill.formatted("/v/f") + "\n");
    handIn("in/g-term", GOOD.replace("sleep", "trap '' TERM; sleep"));
    String deep = "sh -c 'while mkdir d && cd d; do echo x >f; done; sleep 99'";
    handIn("in/i-deep", GOOD.replace("CMD sleep 1000", "CMD cd /app && exec " + deep));
    handIn("in/h-report", "FROM busybox\nRUN echo '  ✓ x  4 of 4  100 %'; exit 3\n");
    handIn("in/z-good", GOOD);
    Program.Ended ended = grade("--timeout", "40s");
    assertEquals(0, ended.status(), ended.out());
    for (String good : List.of("a-good", "c-fork", "g-term", "z-good")) {
      row(ended, "  ✓ " + good + " .* 4 of 4 +100 % .*");
    }
    row(ended, "  ✗ b-loop .* 0 of 4 .*");
    row(ended, " +it took longer than --timeout 40s");
    row(ended, " +`RUN tail /dev/zero`: the command ended with exit code 137");
    row(ended, "  ✗ e-disk .* 0 of 4 .*");
    row(ended, " +it wrote more than the 40 MiB that --disk gives");
    row(ended, "  ✗ f-volume .*");
    row(ended, "  ✗ h-report .* 0 of 4 .*");
    row(ended, "  [✓✗] i-deep .*");
    assertTrue(ended.out().split("it wrote more than", -1).length > 2, ended.out());
    nothingIsLeft();
  }

  @Test
  void an_exercise_that_its_own_solution_does_not_solve_grades_nobody() throws Exception {
    handIn(".", GOOD.replace("42", "41"));
    handIn("in/alice", GOOD);
    Program.Ended ended = grade();
    assertEquals(4, ended.status(), ended.out());
    row(ended, "labrun: the exercise's own solution does not get all points, so nobody was .*");
    assertFalse(ended.out().contains("alice"), ended.out());
    Program.Ended all = grade("--no-solution", "--strict");
    assertEquals(0, all.status(), all.out());
    nothingIsLeft();
  }

  @Test
  void what_nobody_can_grade_here_is_no_verdict_and_strict_counts_points() throws Exception {
    handIn(".", GOOD);
    handIn("in/alice", GOOD.replace("42", "41"));
    assertEquals(0, grade().status());
    assertEquals(1, grade("--strict").status());
    Files.writeString(folder.resolve("in/bob.zip"), "PK");
    Program.Ended ended = grade("--no-solution");
    assertEquals(4, ended.status(), ended.out());
    row(ended, "  ! bob.zip +not graded: `bob.zip` is a file, .*");
  }

  @Test
  void ctrl_c_gives_the_gradebook_of_what_is_done_and_says_how_far_it_came() throws Exception {
    handIn(".", GOOD);
    handIn("in/a-good", GOOD);
    handIn("in/b-builds", "FROM busybox\nRUN sleep 999\n");
    handIn("in/c-waits", GOOD);
    Files.writeString(folder.resolve("exercise.yaml"), EXERCISE.replace("NAME", name));
    // Who starts tests in the background of a shell lets them ignore this signal.
    List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
    words.add(Path.of("target/labrun").toAbsolutePath().toString());
    words.addAll(
        List.of("grade", "exercise.yaml", "--submissions", "in", "--no-solution", "-j", "1"));
    words.addAll(List.of("--memory", "64m", "--pids", "64", "--cpus", "0.5"));
    words.addAll(List.of("--report", "csv=grades.csv"));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    awaitBuild(process);
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertEquals(130, process.waitFor(), Files.readString(log));
    String said = Files.readString(log);
    assertTrue(said.contains("1 of 3 submissions graded, 1 with all points"), said);
    List<String> rows = Files.readAllLines(folder.resolve("grades.csv"));
    assertTrue(rows.contains("a-good," + name + ",it knows the answer,3,3,passed,"), "" + rows);
    assertTrue(
        rows.contains("b-builds,,,,,unrun,grading was stopped before it was done"), "" + rows);
    assertTrue(rows.contains("c-waits,,,,,unrun,the batch was stopped before"), "" + rows);
    assertTrue(rows.contains(",,,,,stopped,it was stopped (SIGINT)"), "" + rows);
    nothingIsLeft();
  }

  /** Waits until a step is under way, of the one that never ends. */
  private void awaitBuild(Process process) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    try (Engine engine = TestEngine.connect()) {
      while (engine.limiter().steps().stream()
          .filter(step -> step.kind() == ObjectKind.CONTAINER)
          .noneMatch(step -> isOurs(step) && isSleeping(step.id()))) {
        assertTrue(System.nanoTime() < end && process.isAlive(), "no build begins");
        Thread.sleep(100);
      }
    }
  }

  private boolean isOurs(LabelledObject step) {
    return step.labels().get(Labels.RUN).startsWith(name + "-");
  }

  private static boolean isSleeping(String container) {
    try {
      return Docker.cli("inspect", "--format", "{{.Config.Cmd}}", container).contains("sleep 999");
    } catch (IOException e) {
      return false;
    }
  }
}
