package io.labrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.labrun.testbed.Alone;
import io.labrun.testbed.Docker;
import io.labrun.testbed.Sshd;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whole runs on an engine that is reached over ssh, from the first line to the last process. */
@Takes(seconds = 25)
class RemoteIT {
  private static final String SCENARIO =
      """
      name: over-ssh
      containers:
        web:
          image: busybox
          command: sh -c 'echo hello >/tmp/page; exec httpd -f -p 80 -h /tmp'
        client:
          image: busybox
          command: sleep infinity
      networks: {lab: {}}
      defaults: {within: 20s}
      assertions:
        - name: input goes in
          exec: {container: client, command: wc -c, stdin: "12345"}
          expect: {stdout: "5"}
        - name: a page is served
          http: {from: client, url: "http://${web.ip}/page"}
          expect: {body: {contains: hello}}
        - name: a file is copied
          do:
            - copy: {to: client, path: /tmp/note, content: noted}
          exec: {container: client, command: cat /tmp/note}
          expect: {stdout: noted}
        - name: what ends is seen to end
          do:
            - kill: web
          state: {container: web}
          expect: {status: exited}
      """;

  private static final String LONG =
      """
      name: over-ssh-long
      containers:
        web: {image: busybox, command: sleep infinity}
      assertions:
        - name: it takes long
          exec: {container: web, command: sleep 100}
          timeout: 100s
      """;

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();
  private Sshd sshd;

  @BeforeEach
  void start() throws Exception {
    Optional<String> missing = Sshd.missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    sshd = new Sshd(Files.createDirectory(folder.resolve("ssh")));
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
    }
    if (sshd != null) {
      sshd.close();
    }
  }

  private Process labrun(String... words) throws IOException {
    // Who starts tests in the background of a shell lets them ignore this signal.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of("target/labrun").toAbsolutePath().toString());
    command.addAll(List.of(words));
    command.addAll(List.of("--host", "ssh://" + Sshd.HOST));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(sshd.environment());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("LABRUN_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary());
    builder.redirectInput(Path.of("/dev/null").toFile());
    Process process = builder.redirectErrorStream(true).redirectOutput(output().toFile()).start();
    started.add(process);
    return process;
  }

  private Path temporary() throws IOException {
    return Files.createDirectories(folder.resolve("t"));
  }

  private Path output() {
    return folder.resolve("out");
  }

  private String said() throws IOException {
    return Files.readString(output(), StandardCharsets.UTF_8);
  }

  private Path scenario(String text) throws IOException {
    return Files.writeString(folder.resolve("scenario.yaml"), text);
  }

  private static String standing(String name) throws IOException {
    return Docker.cli("ps", "-aq", "--filter", "label=io.labrun.scenario=" + name);
  }

  private List<Path> temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(temporary())) {
      return files.filter(file -> file.getFileName().toString().startsWith("labrun-")).toList();
    }
  }

  private static boolean allEnd(List<ProcessHandle> processes) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }

  /** Waits until the long command goes on, and gives the processes of ssh that carry it. */
  private List<ProcessHandle> underWay(Process process) throws Exception {
    List<ProcessHandle> found = List.of();
    while (found.size() < 2 || standing("over-ssh-long").isEmpty() || !isExecuting()) {
      assertTrue(process.isAlive(), said());
      Thread.sleep(100);
      found =
          process
              .descendants()
              .filter(one -> one.info().command().orElse("").endsWith("/ssh"))
              .toList();
    }
    return found;
  }

  private static boolean isExecuting() throws IOException {
    String id = standing("over-ssh-long").lines().findFirst().orElse("none");
    return Docker.cli("top", id).contains("sleep 100");
  }

  @Test
  void a_whole_run_passes_and_leaves_nothing() throws Exception {
    Process process = labrun(scenario(SCENARIO).toString());
    List<ProcessHandle> seen = new ArrayList<>();
    while (process.isAlive()) {
      process.descendants().filter(one -> !seen.contains(one)).forEach(seen::add);
      Thread.sleep(50);
    }
    assertEquals(0, process.waitFor(), said());
    assertTrue(said().contains("4 of 4 assertions passed"), said());
    assertTrue(seen.size() > 1, "ssh was used");
    assertTrue(allEnd(seen), "a process is left");
    assertEquals(List.of(), temporaryFiles());
    assertEquals("", standing("over-ssh"));
  }

  /** As Ctrl-C does it: the whole group of processes hears of it, ssh too. */
  @Test
  void a_run_that_is_interrupted_still_removes_everything_over_ssh() throws Exception {
    Process process = labrun(scenario(LONG).toString());
    List<ProcessHandle> ssh = underWay(process);
    ProcessHandle keeper = ssh.stream().filter(RemoteIT::keepsTheConnection).findFirst().get();
    signal(
        "INT", Stream.concat(Stream.of(process.toHandle()), ssh.stream()).map(ProcessHandle::pid));
    while (keeper.isAlive() && process.isAlive()) {
      Thread.sleep(20);
    }
    assertTrue(said().contains("removed     1 container"), "Ctrl-C ends ssh before labrun");
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), said());
    assertEquals(130, process.exitValue(), said());
    assertEquals("", standing("over-ssh-long"));
    assertTrue(allEnd(ssh), "a process is left");
    assertEquals(List.of(), temporaryFiles());
  }

  @Test
  @ResourceLock(Alone.ORPHANS)
  void a_run_that_is_killed_leaves_no_process_and_the_next_removes_the_rest() throws Exception {
    Process process = labrun(scenario(LONG).toString());
    List<ProcessHandle> ssh = underWay(process);
    process.destroyForcibly().waitFor();
    assertFalse(standing("over-ssh-long").isEmpty());
    String id = standing("over-ssh-long").lines().findFirst().orElseThrow();
    String run = Docker.cli("inspect", "-f", "{{index .Config.Labels \"io.labrun.run\"}}", id);
    assertEquals(0, labrun("down", run).waitFor(), said());
    assertEquals("", standing("over-ssh-long"));
    assertTrue(allEnd(ssh), "a process is left");
  }

  private static boolean keepsTheConnection(ProcessHandle one) {
    return one.info().commandLine().orElse("").contains("ControlMaster=yes");
  }

  private static void signal(String name, Stream<Long> processes) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    processes.map(String::valueOf).forEach(command::add);
    new ProcessBuilder(command).start().waitFor();
  }
}
