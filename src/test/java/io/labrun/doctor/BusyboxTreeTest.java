package io.labrun.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class BusyboxTreeTest {
  @TempDir Path folder;

  private Path plant() throws IOException {
    Path program = Files.writeString(folder.resolve("program"), "program");
    Path root = folder.resolve("root");
    new BusyboxTree(root).plant(program, busybox -> List.of("busybox", "sh", "nc"));
    return root;
  }

  @Test
  void each_applet_is_a_link_and_busybox_stays_the_program() throws IOException {
    Path bin = plant().resolve("bin");
    assertEquals("program", Files.readString(bin.resolve("sh")));
    assertEquals(Path.of("busybox"), Files.readSymbolicLink(bin.resolve("nc")));
    assertFalse(Files.isSymbolicLink(bin.resolve("busybox")));
    assertTrue(Files.isExecutable(bin.resolve("busybox")));
  }

  @Test
  void everyone_may_write_to_tmp_and_only_the_owner_removes() throws IOException {
    Object mode = Files.getAttribute(plant().resolve("tmp"), "unix:mode");
    assertEquals(01777, ((Integer) mode) & 07777);
  }

  @Test
  void root_has_a_name_and_a_shell() throws IOException {
    Path etc = plant().resolve("etc");
    assertTrue(
        Files.readString(etc.resolve("passwd")).startsWith("root:x:0:0:root:/root:/bin/sh\n"));
    assertTrue(Files.readString(etc.resolve("group")).startsWith("root:x:0:"));
  }
}
