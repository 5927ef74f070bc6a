package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.testbed.Docker;
import io.labrun.testbed.Program;
import io.labrun.testbed.StandIns;
import io.labrun.testbed.Takes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scenario with hosts as docker commands that do what it says, and clear up after themselves. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Takes(seconds = 15)
final class HostScriptIT {
  private static final String LAB =
      """
      name: it-host-script
      hosts: {one: {swarm: manager}, two: {swarm: worker}}
      networks: {span: {driver: overlay, host: one, attachable: true}}
      containers:
        alice: {image: busybox, host: one, command: sleep 600, networks: [span]}
        bob: {image: busybox, host: two, command: sleep 600, networks: [span], depends_on: [alice]}
      assertions:
        - {name: together, reach: {from: alice, to: bob}}
        - {name: written, do: [{copy: {to: bob, path: /note, content: hello}}], exec: {container: bob, command: cat /note}, expect: {stdout: hello}}
        - {name: read, exec: {container: bob, command: cat, stdin: good day}, expect: {stdout: good day}}
        - {name: cut off, do: [partition: two], reach: {from: one, to: two}, expect: {reachable: false}}
        - {name: healed, do: [heal: two], reach: {from: one, to: two}}
        - {name: without power, do: [stop-host: two], reach: {from: one, to: two}, expect: {reachable: false}}
        - {name: with power, do: [start-host: two], reach: {from: one, to: two}}
      """;

  @TempDir private Path folder;

  @BeforeAll
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  static void bring() {
    StandIns.bring(List.of("docker:dind"));
  }

  @Test
  void the_commands_do_what_labrun_does() throws Exception {
    Files.writeString(folder.resolve("lab.yaml"), LAB);
    String script = Program.in(folder).run("plan", "--as", "docker", "lab.yaml").out();
    Files.writeString(folder.resolve("lab.sh"), script);
    Process shell =
        new ProcessBuilder("sh", "lab.sh")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .start();
    String out = new String(shell.getInputStream().readAllBytes());
    assertEquals(0, shell.waitFor(), out);
    assertEquals(
        List.of(
            "together 0",
            "written 0",
            "read 0",
            "cut off 1",
            "healed 0",
            "without power 1",
            "with power 0"),
        codes(out),
        out);
    assertTrue(out.contains("\nhello"), out);
    assertTrue(out.contains("\ngood day"), out);
    assertEquals("", Docker.cli("ps", "-aq", "--filter", "name=it-host-script-"));
    assertEquals("", Docker.cli("network", "ls", "-q", "--filter", "name=it-host-script-"));
  }

  /** Of each claim, in order, its name and the exit code of its command. */
  private static List<String> codes(String out) {
    return List.of(out.split("(?m)^== ")).stream()
        .skip(1)
        .map(part -> part.replaceFirst("(?s)\\n.*exit code (\\d+).*", " $1"))
        .toList();
  }
}
