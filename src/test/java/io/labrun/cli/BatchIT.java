package io.labrun.cli;

import static io.labrun.cli.BatchFolder.HANGS;
import static io.labrun.cli.BatchFolder.QUICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.docker.StubRegistry;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Program;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several files at once on the real engine. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Takes(seconds = 80)
final class BatchIT {
  @TempDir private Path folder;
  private BatchFolder batch;

  @BeforeEach
  void aFolder() {
    batch = new BatchFolder(folder, "it-batch-");
  }

  private String file(String name, String yaml) throws IOException {
    return batch.file(name, yaml);
  }

  private Program.Ended run(String... words) throws Exception {
    return batch.run(words);
  }

  @Test
  void two_that_publish_one_port_are_never_up_at_once() throws Exception {
    String yaml = QUICK.replace("command: sleep", "ports: ['127.0.0.1:18931:80'], command: sleep");
    Program.Ended ended =
        run("-v", "-j", "4", file("a", yaml), file("b", yaml), file("c", yaml), file("d", QUICK));
    assertEquals(0, ended.status(), ended.out());
    assertTrue(ended.out().contains("b waited for a: both take port 18931/tcp"), ended.out());
    assertFalse(ended.out().contains("d waited"), ended.out());
  }

  @Test
  void two_that_take_nothing_from_each_other_are_up_at_once() throws Exception {
    String yaml =
        """
        name: it-batch-NAME
        requires: {grants: [host-network]}
        networks: {meet: {external: true, name: it-batch-meet}}
        containers:
          c:
            image: busybox
            command: sh -c 'until ping -c1 -W1 10.237.41.OTHER; do :; done; touch /met; sleep infinity'
            networks: {meet: {ipv4_address: 10.237.41.OWN}}
        assertions:
          - {name: they meet, file: {container: c, path: /met}, within: 60s}
          - {name: the other sees it too, do: [sleep: 2s], exec: {container: c, command: 'true'}}
        """;
    Docker.cli("network", "create", "--subnet=10.237.41.0/24", "it-batch-meet");
    try {
      String one = yaml.replace("OWN", "10").replace("OTHER", "11");
      String other = yaml.replace("OWN", "11").replace("OTHER", "10");
      Program.Ended ended =
          run(
              "--allow=host-network",
              "-j",
              "2",
              file("a", one.replace("NAME", "a")),
              file("b", other.replace("NAME", "b")));
      assertEquals(0, ended.status(), ended.out());
    } finally {
      Docker.cli("network", "rm", "it-batch-meet");
    }
  }

  @Test
  void who_takes_too_long_is_stopped_and_removed_and_the_others_are_not() throws Exception {
    String hangs = file("hangs", HANGS.replace("within: 0s", "within: 100s"));
    Program.Ended ended = run("--timeout", "8s", "-j", "2", hangs, file("quick", QUICK));
    assertEquals(4, ended.status(), ended.out());
    String why = "it took longer than --timeout 8s";
    assertEquals(
        3, ended.out().split(why, -1).length, "by the claim and in the summary: " + ended.out());
    assertTrue(ended.out().contains("\n      │ " + why), ended.out());
    assertTrue(ended.out().contains("1 could not be checked in"), ended.out());
    assertFalse(ended.out().contains("not tried"), "it was under way: " + ended.out());
    assertTrue(ended.out().contains("1 of 2 scenarios passed"), ended.out());
    batch.assertNothingStands();
  }

  @Test
  void fail_fast_stops_and_removes_what_is_under_way() throws Exception {
    String fails = QUICK.replace("status: running", "status: paused").replace("}}\n", "}}\n");
    String soon = fails.replace("expect: {status: paused}", "expect: {status: paused}, within: 0s");
    Program.Ended ended =
        run("--fail-fast", "-j", "2", file("hangs", HANGS), file("soon", soon), file("c", QUICK));
    assertEquals(1, ended.status(), ended.out());
    batch.assertNothingStands();
  }

  @Test
  void a_flaky_one_passes_in_the_end_unless_that_is_not_enough() throws Exception {
    String yaml =
        """
        name: it-batch-NAME
        requires: {grants: [host-paths]}
        volumes: {count: {external: true, name: it-batch-count}}
        containers: {c: {image: busybox, command: sleep infinity, volumes: ['count:/count']}}
        assertions:
          - name: not the first time
            do: [{exec: {container: c, shell: echo x >> /count/runs}}]
            exec: {container: c, shell: "[ $(wc -l < /count/runs) -gt 1 ]"}
            within: 0s
        """;
    String file = file("flaky", yaml.replace("NAME", "flaky"));
    for (String strict : List.of("", "--strict")) {
      Docker.cli("volume", "create", "it-batch-count");
      try {
        List<String> words = new ArrayList<>(List.of("--allow=all", "--retries", "2", file));
        words.addAll(strict.isEmpty() ? List.of() : List.of(strict));
        Program.Ended ended = run(words.toArray(String[]::new));
        assertEquals(strict.isEmpty() ? 0 : 1, ended.status(), ended.out());
      } finally {
        Docker.cli("volume", "rm", "it-batch-count");
      }
    }
    Program.Ended both = run("--retries", "2", "--repeat", "2", file);
    assertEquals(2, both.status(), both.out());
  }

  @Test
  void ctrl_c_removes_all_that_is_up() throws Exception {
    BatchFolder.Started started =
        batch.start(
            List.of(
                "-j2",
                "--report=json=r.json",
                file("a", HANGS),
                file("b", HANGS),
                file("c", HANGS)));
    for (String name : List.of("a", "b")) {
      started.await(() -> !batch.running(name).isEmpty(), name + " does not come up");
    }
    started.signal("INT");
    assertEquals(130, started.status(), started::text);
    batch.assertNothingStands();
    assertFalse(started.text().contains("it-batch-c ·"), started::text);
    String report = Files.readString(folder.resolve("r.json"));
    assertEquals(2, report.split("\"kept\"").length - 1, report);
    assertTrue(report.contains("it was stopped (SIGINT)"), report);
  }

  /** As timeout does it, which signals its program and then its whole group. */
  @Test
  void signals_that_come_together_are_one_wish() throws Exception {
    BatchFolder.Started started = batch.start(List.of(file("a", HANGS)));
    started.await(() -> !batch.running("a").isEmpty(), "it does not come up");
    long pid = started.process().pid();
    String both = "kill -INT %d; kill -TERM %d".formatted(pid, pid);
    assertEquals(0, new ProcessBuilder("sh", "-c", both).start().waitFor());
    int status = started.status();
    assertTrue(status == 130 || status == 143, started::text);
    batch.assertNothingStands();
  }

  @Test
  void an_image_that_several_need_is_fetched_once() throws Exception {
    try (StubRegistry registry = new StubRegistry(2)) {
      String image = registry.image("app:1");
      String yaml = QUICK.replace("image: busybox", "image: '" + image + "'");
      int alone = requests(registry, image, file("a", yaml));
      int together = requests(registry, image, file("a", yaml), file("b", yaml), file("c", yaml));
      assertEquals(alone, together);
    }
  }

  private int requests(StubRegistry registry, String image, String... files) throws Exception {
    registry.requests.set(0);
    List<String> words = new ArrayList<>(List.of("-j", "3"));
    words.addAll(List.of(files));
    try {
      run(words.toArray(String[]::new));
      return registry.requests.get();
    } finally {
      Docker.cli("rmi", image);
    }
  }
}
