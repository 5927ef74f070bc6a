package io.labrun.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Leftover;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which copies of submissions nobody needs any more, and that all of them goes and nothing else.
 */
final class AbandonedDesksTest {
  @TempDir private Path folder;

  private Path desk(String name, String owner) throws IOException {
    Path desk = Files.createDirectories(folder.resolve("labrun-grade-" + name));
    Files.writeString(desk.resolve("owner"), owner);
    return desk;
  }

  private List<Path> found() {
    return AbandonedDesks.find(folder, "alive"::equals);
  }

  @Test
  void those_whose_owner_is_gone_and_no_others() throws IOException {
    Path gone = desk("1", "gone");
    desk("2", "alive");
    Files.createDirectories(folder.resolve("labrun-else"));
    Files.writeString(folder.resolve("labrun-grade-file"), "");
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("owner"), "gone");
    Files.createSymbolicLink(folder.resolve("labrun-grade-link"), elsewhere);
    assertEquals(List.of(gone), found());
  }

  @Test
  void one_without_an_owner_is_left_alone_while_it_may_be_in_the_making() throws IOException {
    Path young = Files.createDirectories(folder.resolve("labrun-grade-1"));
    assertEquals(List.of(), found());
    Files.setLastModifiedTime(young, FileTime.from(Instant.now().minusSeconds(90)));
    assertEquals(List.of(young), found());
  }

  @Test
  void links_in_it_are_not_followed() throws IOException {
    Path kept = Files.writeString(folder.resolve("kept"), "mine");
    Path desk = desk("1", "gone");
    Path files = Files.createDirectories(desk.resolve("files/site"));
    Files.createSymbolicLink(files.resolve("file"), kept);
    Files.createSymbolicLink(files.resolve("folder"), folder);
    assertEquals(Optional.<Leftover>empty(), AbandonedDesks.remove(desk));
    assertTrue(Files.notExists(desk));
    assertEquals("mine", Files.readString(kept));
  }

  @Test
  void none_is_too_deep() throws IOException {
    Path desk = desk("1", "gone");
    Deep.in(desk);
    assertEquals(Optional.<Leftover>empty(), AbandonedDesks.remove(desk));
    assertTrue(Files.notExists(desk));
  }
}
