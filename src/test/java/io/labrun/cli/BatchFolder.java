package io.labrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.testbed.Docker;
import io.labrun.testbed.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A folder of short scenarios, and the built program in it.
 *
 * @param folder where they are
 * @param prefix what the names of all of them begin with, which no other class of tests has
 */
record BatchFolder(Path folder, String prefix) {
  /** A scenario that passes at once; its name is to be put in. */
  static final String QUICK =
      """
      name: %s
      containers: {c: {image: busybox, command: sleep infinity}}
      assertions:
        - {name: it runs, state: {container: c}, expect: {status: running}}
      """;

  /** A scenario that lasts until it is stopped. */
  static final String HANGS =
      """
      name: %s
      containers: {c: {image: busybox, command: sleep infinity}}
      assertions:
        - {name: it ends, exec: {container: c, command: sleep 100}, timeout: 100s, within: 0s}
      """;

  /** Writes a scenario and gives its file's name. */
  String file(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), yaml.formatted(prefix + name));
    return name + ".yaml";
  }

  /** Runs the program to its end. */
  Program.Ended run(String... words) throws Exception {
    return Program.in(folder).run(words);
  }

  /** Starts the program. */
  Started start(List<String> words) throws IOException {
    // Who starts tests in the background of a shell lets them ignore Ctrl-C's signal.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.add(Path.of("target/labrun").toAbsolutePath().toString());
    command.addAll(words);
    Path log = folder.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile());
    return new Started(builder.redirectOutput(log.toFile()).start(), log);
  }

  /**
   * The program while it runs.
   *
   * @param log gets what it prints, errors too
   */
  record Started(Process process, Path log) {

    /** What it printed so far. */
    String text() {
      try {
        return Files.readString(log);
      } catch (IOException e) {
        return e.toString();
      }
    }

    /** Sends it a signal. */
    void signal(String name) throws Exception {
      String pid = Long.toString(process.pid());
      assertEquals(0, new ProcessBuilder("kill", "-" + name, pid).start().waitFor());
    }

    /** Waits until it has said something. */
    void awaitWords(String words) throws Exception {
      await(() -> text().contains(words), words);
    }

    /** Waits until something is so, as long as it runs. */
    void await(BooleanSupplier so, String what) throws Exception {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
      while (!so.getAsBoolean()) {
        assertTrue(process.isAlive() && System.nanoTime() < end, () -> what + ": " + text());
        Thread.sleep(50);
      }
    }

    /** Its exit status, once it has ended. */
    int status() throws InterruptedException {
      return process.waitFor();
    }
  }

  /** The ids of the containers of a scenario that run on the tests' engine; empty if none does. */
  String running(String name) {
    try {
      return Docker.cli("ps", "--quiet", "--filter=name=" + prefix + name);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nothing of any scenario may be on the tests' engine. */
  void assertNothingStands() {
    assertEquals("", Program.in(folder).standing(prefix + "[a-z0-9]+"));
  }
}
