package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.testbed.Alone;
import io.labrun.testbed.Program;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The built program on a real engine: what it prints, its exit status, what it leaves behind. */
@Takes(seconds = 80)
final class CommandsIT {
  private static final String PROGRAM = Path.of("target/labrun").toAbsolutePath().toString();
  private static final String BOX =
      """
      name: %s
      containers:
        box: {image: busybox, command: sleep infinity}
      assertions:
        - name: it speaks
          exec: {container: box, command: "%s"}
          within: %s
      """;

  @TempDir private Path folder;
  private String name;

  private record Ended(int status, String out) {}

  @BeforeEach
  void nameTheScenario() {
    name = "it-cli-" + Long.toString(System.nanoTime() & 0xfffff, 36);
  }

  @Test
  void a_claim_that_holds_gives_0_and_one_that_does_not_gives_1() throws Exception {
    assertEquals(0, labrun(scenario("true", "0s")).status());
    Ended failed = labrun(scenario("false", "0s"));
    assertEquals(1, failed.status());
    assertTrue(failed.out().contains("expected 0, found 1"), failed.out());
    assertFalse(stands());
  }

  @Test
  void a_skipped_scenario_gives_4_alone_and_with_no_skip_but_not_among_others() throws Exception {
    Path skipped = folder.resolve("skipped.yaml");
    Files.writeString(
        skipped, "requires: {memory: 900t}\n" + BOX.formatted(name + "-skipped", "true", "0s"));
    Ended alone = labrun(skipped.toString());
    assertEquals(4, alone.status(), alone.out());
    assertTrue(alone.out().contains("skipped: the engine's machine has"), alone.out());
    String other = scenario("true", "0s");
    Ended both = labrun(skipped.toString(), other);
    assertEquals(0, both.status(), both.out());
    assertTrue(both.out().contains("1 of 2 scenarios passed, 1 skipped"), both.out());
    assertEquals(4, labrun("--no-skip", skipped.toString(), other).status());
    assertEquals(4, labrun("up", skipped.toString()).status());
    assertFalse(stands());
  }

  @Test
  void what_is_set_up_is_listed_checked_and_taken_down() throws Exception {
    String file = scenario("true", "0s");
    assertEquals(0, labrun("up", file).status());
    assertTrue(labrun("ls").out().contains(name + "-"));
    assertEquals(0, labrun("check", file).status());
    assertTrue(stands());
    assertEquals(0, labrun("down", file).status());
    assertFalse(labrun("ls").out().contains(name + "-"));
  }

  @Test
  void one_that_is_refused_does_not_stop_the_others_and_touches_nothing() throws Exception {
    Path asks = folder.resolve("asks.yaml");
    String text = BOX.formatted(name + "-asks", "true", "0s");
    String power = "{image: busybox, cap_add: [NET_ADMIN], ";
    Files.writeString(
        asks,
        text.replace("containers:", "requires: {grants: [capabilities]}\ncontainers:")
            .replace("{image: busybox, ", power));
    String file = scenario("true", "0s");
    Ended both = labrun(asks.toString(), file);
    assertEquals(4, both.status(), both.out());
    assertTrue(both.out().contains("1 of 2 scenarios passed, 1 refused"), both.out());
    Ended given = labrun("--allow", "capabilities", asks.toString(), file);
    assertEquals(0, given.status(), given.out());
    assertEquals(4, labrun("up", asks.toString()).status());
    assertFalse(stands());
    assertEquals(0, labrun("up", "--allow", "all", asks.toString()).status());
    assertEquals(4, labrun("check", asks.toString()).status());
    assertEquals(0, labrun("check", "--allow", "all", asks.toString()).status());
    assertEquals(0, labrun("down", asks.toString()).status());
  }

  @Test
  @ResourceLock(Alone.ORPHANS)
  void clean_removes_what_a_killed_labrun_left_and_leaves_what_is_kept() throws Exception {
    Path lab = folder.resolve("lab.yaml");
    String pretending = BOX.replace("infinity}", "infinity, labels: {io.labrun.keep: always}}");
    Files.writeString(lab, pretending.formatted(name, "sleep 100", "0s"));
    Process killed = start(lab.toString());
    awaitStanding();
    killed.destroyForcibly().waitFor();
    Path other = folder.resolve("kept.yaml");
    Files.writeString(other, BOX.formatted(name + "-kept", "true", "0s"));
    assertEquals(0, labrun("up", other.toString()).status());
    assertEquals(0, labrun("clean", "--yes").status());
    String left = labrun("ls").out();
    assertFalse(left.lines().anyMatch(this::isKilled), left);
    assertTrue(left.contains(name + "-kept"), left);
    assertEquals(0, labrun("down", other.toString()).status());
  }

  @Test
  void folders_that_are_trusted_at_once_are_all_trusted() throws Exception {
    List<Process> several = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Path one = Files.createDirectories(folder.resolve("lab-" + i));
      ProcessBuilder trust = new ProcessBuilder(PROGRAM, "trust", one.toString());
      trust.environment().put("XDG_CONFIG_HOME", folder.toString());
      several.add(trust.start());
    }
    for (Process one : several) {
      assertEquals(0, one.waitFor());
    }
    List<String> lines = Files.readAllLines(folder.resolve("labrun/trusted-folders"));
    assertEquals(7, lines.size(), lines.toString());
  }

  @Test
  void a_signal_removes_everything_and_gives_143() throws Exception {
    Process process = start(scenario("sleep 100", "0s"));
    awaitStanding();
    process.destroy();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it must end");
    assertEquals(143, process.exitValue());
    assertFalse(stands());
  }

  private boolean isKilled(String line) {
    return line.startsWith(name + "-") && !line.startsWith(name + "-kept");
  }

  private void awaitStanding() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!stands()) {
      assertTrue(System.nanoTime() < end, "nothing was set up");
      Thread.sleep(200);
    }
  }

  private boolean stands() {
    return !Program.in(folder).standing(name + "(-[a-z]+)?").isEmpty();
  }

  @Test
  void graph_draws_what_stands_under_its_addresses() throws Exception {
    Path file = folder.resolve("graph.yaml");
    String text =
        """
        name: %s
        vars: {image: }
        networks: {lab: {}}
        containers:
          box: {image: "${image}", command: sleep infinity, networks: [lab]}
          job: {image: "${image}", command: "sh -c 'exit 3'", networks: [lab]}
        assertions:
          - {name: it runs, state: {container: box}, expect: {status: running}}
        """;
    Files.writeString(file, text.formatted(name));
    Ended nothing = labrun("graph", "--live", "--set", "image=busybox", file.toString());
    assertEquals(2, nothing.status(), nothing.out());
    assertTrue(nothing.out().contains("stands"), nothing.out());
    assertEquals(0, labrun("up", "--set", "image=busybox", file.toString()).status());
    try {
      Ended live = labrun("graph", "--live", file.toString());
      assertEquals(0, live.status(), live.out());
      assertTrue(
          live.out().matches("(?s).*box<br/>busybox<br/>\\d+\\.\\d+\\.\\d+\\.\\d+.*"), live.out());
      assertTrue(live.out().contains("exited (exit code 3)"), live.out());
      assertTrue(live.out().matches("(?s).*lab · bridge · [\\d.]+/\\d+.*"), live.out());
    } finally {
      assertEquals(0, labrun("down", file.toString()).status());
    }
  }

  private String scenario(String command, String within) throws IOException {
    Path file = folder.resolve("lab.yaml");
    return Files.writeString(file, BOX.formatted(name, command, within)).toString();
  }

  private Ended labrun(String... words) throws Exception {
    Process process = start(words);
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), text);
    }
  }

  private Process start(String... words) throws IOException {
    String[] command = new String[words.length + 1];
    command[0] = PROGRAM;
    System.arraycopy(words, 0, command, 1, words.length);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .start();
  }
}
