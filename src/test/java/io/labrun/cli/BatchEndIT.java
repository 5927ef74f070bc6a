package io.labrun.cli;

import static io.labrun.cli.BatchFolder.HANGS;
import static io.labrun.cli.BatchFolder.QUICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.testbed.Alone;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Program;
import io.labrun.testbed.Takes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** How a batch ends that is not left to its end, and what is said of repeated runs. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Takes(seconds = 30)
final class BatchEndIT {
  @TempDir private Path folder;
  private BatchFolder batch;

  @BeforeEach
  void aFolder() {
    batch = new BatchFolder(folder, "it-end-");
  }

  @Test
  void when_the_time_of_all_is_over_what_is_up_is_removed_and_the_rest_is_told() throws Exception {
    Program.Ended ended =
        batch.run(
            "-v",
            "-j1",
            "--batch-timeout=8s",
            batch.file("hangs", HANGS),
            batch.file("b", QUICK),
            batch.file("c", QUICK));
    assertEquals(4, ended.status(), ended.out());
    String why = "the batch took longer than --batch-timeout 8s";
    assertTrue(ended.out().contains("\n  removed     1 container"), ended.out());
    assertTrue(ended.out().contains("Not run\n  – b, c: " + why + "\n"), ended.out());
    assertTrue(ended.out().contains("\nended after 1 of 3 scenarios: " + why), ended.out());
    batch.assertNothingStands();
  }

  @Test
  void of_a_repeated_file_it_is_said_how_often_each_claim_held() throws Exception {
    String yaml =
        """
        name: %s
        requires: {grants: [host-paths]}
        volumes: {count: {external: true, name: it-end-count}}
        containers: {c: {image: busybox, command: sleep infinity, volumes: ['count:/count']}}
        assertions:
          - {name: it runs, state: {container: c}, expect: {status: running}}
          - name: not the second time
            do: [{exec: {container: c, shell: echo x >> /count/runs}}]
            exec: {container: c, shell: "[ $(wc -l < /count/runs) -ne 2 ]"}
            within: 0s
        """;
    Docker.cli("volume", "create", "it-end-count");
    try {
      Program.Ended ended = batch.run("--allow=all", "--repeat=3", batch.file("f", yaml));
      assertEquals(1, ended.status(), ended.out());
      assertTrue(ended.out().contains("✗ f  flaky: 2 of 3 runs passed"), ended.out());
      assertTrue(
          ended.out().contains("  ! f: 2 of 3 runs passed\n      2 of 3  not the second time\n"),
          ended.out());
      assertFalse(ended.out().contains("2 of 3  it runs"), ended.out());
      assertTrue(ended.out().contains("\n0 of 1 scenario passed, 1 failed"), ended.out());
    } finally {
      Docker.cli("volume", "rm", "it-end-count");
    }
    batch.assertNothingStands();
  }

  /** What belongs to somebody else holds the networks, so that removing them takes a while. */
  @Test
  @ResourceLock(Alone.ORPHANS)
  void a_second_ctrl_c_ends_at_once_and_says_of_each_run_how_to_remove_it() throws Exception {
    String yaml =
        HANGS
            .replace("containers:", "networks: {n: {}}\ncontainers:")
            .replace("infinity}", "infinity, networks: [n]}");
    String unread = folder.resolve("unread").toString();
    assertEquals(0, new ProcessBuilder("mkfifo", unread).start().waitFor());
    BatchFolder.Started started =
        batch.start(
            List.of(
                "-j2",
                "--report=tap=r.tap",
                "--report=csv=unread",
                batch.file("a", yaml),
                batch.file("b", yaml)));
    for (String name : List.of("a", "b")) {
      started.await(() -> !batch.running(name).isEmpty(), name + " does not come up");
    }
    String stranger = Docker.cli("run", "--detach", "busybox", "sleep", "600");
    try {
      for (String network : networks()) {
        assertEquals("", Docker.cli("network", "connect", network, stranger));
      }
      started.signal("INT");
      started.awaitWords("stopping: removing what was made");
      started.await(() -> batch.running("[ab]").isEmpty(), "the containers do not go");
      started.signal("INT");
      assertEquals(5, started.status(), started::text);
    } finally {
      Docker.cli("rm", "--force", stranger);
    }
    List<String> standing = Program.in(folder).standing("it-end-[ab]").lines().toList();
    assertEquals(2, standing.size(), started::text);
    for (String run : standing) {
      String why = "labrun: stopped before everything of " + run + " was removed\n";
      assertTrue(started.text().contains(why), started::text);
      String down = "labrun down " + run + "    removes it\n";
      assertTrue(started.text().contains(down), started::text);
    }
    String report = Files.readString(folder.resolve("r.tap"));
    String stopped = "it was stopped at once, and what stood was left standing";
    assertTrue(report.contains(stopped), report);
    assertEquals(0, batch.run("clean").status());
    batch.assertNothingStands();
  }

  private static List<String> networks() throws Exception {
    List<String> out =
        Docker.cli("network", "ls", "--quiet", "--filter=name=it-end-").lines().toList();
    assertEquals(2, out.size());
    return out;
  }
}
