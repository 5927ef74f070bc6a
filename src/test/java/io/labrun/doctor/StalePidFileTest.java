package io.labrun.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
final class StalePidFileTest {
  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("docker.pid");
  }

  @Test
  void goes_when_another_program_has_the_number_now() throws IOException {
    Files.writeString(file, ProcessHandle.current().pid() + "\n");
    new StalePidFile(file, "dockerd").removeIfStale(said::add);
    assertFalse(Files.exists(file));
    assertEquals(1, said.size());
  }

  @Test
  void goes_when_no_process_has_the_number() throws IOException {
    Files.writeString(file, "999999999");
    new StalePidFile(file, "dockerd").removeIfStale(said::add);
    assertFalse(Files.exists(file));
  }

  @Test
  void goes_when_it_is_empty() throws IOException {
    Files.writeString(file, "");
    new StalePidFile(file, "dockerd").removeIfStale(said::add);
    assertFalse(Files.exists(file));
  }

  @Test
  void stays_while_the_daemon_lives() throws IOException {
    long pid = ProcessHandle.current().pid();
    String program = Files.readString(Path.of("/proc/" + pid + "/comm")).strip();
    Files.writeString(file, Long.toString(pid));
    new StalePidFile(file, program).removeIfStale(said::add);
    assertTrue(Files.exists(file));
    assertEquals(List.of(), said);
  }

  @Test
  void nothing_to_do_is_said_nowhere() {
    new StalePidFile(file, "dockerd").removeIfStale(said::add);
    assertEquals(List.of(), said);
  }
}
