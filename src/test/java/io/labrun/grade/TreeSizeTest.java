package io.labrun.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a container writes to its desk is overlooked. */
final class TreeSizeTest {
  @TempDir private Path folder;

  private long size() {
    return TreeSize.of(folder, Long.MAX_VALUE);
  }

  @Test
  void files_and_folders_count_and_links_are_not_followed() throws IOException {
    long empty = size();
    Files.createDirectories(folder.resolve("a/b"));
    Files.write(folder.resolve("a/b/file"), new byte[10_000]);
    Files.createSymbolicLink(folder.resolve("link"), Path.of("/usr"));
    assertEquals(empty + 2 * 4096 + 10_000 + 4096, size());
  }

  @Test
  void very_many_empty_files_do_not_hide_a_large_one() throws IOException {
    for (int i = 0; i < 2_000; i++) {
      Files.createFile(folder.resolve("f" + i));
    }
    assertTrue(size() >= 2_000 * 4096L, "" + size());
    assertTrue(TreeSize.of(folder, 8192) <= 3 * 4096, "it need not look at all of them");
  }

  @Test
  void a_file_that_is_all_holes_is_as_large_as_it_says() throws IOException {
    for (String name : new String[] {"one", "two"}) {
      try (RandomAccessFile file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
        file.setLength(1L << 42);
      }
    }
    assertTrue(size() >= 2L << 42, "" + size());
  }

  @Test
  void what_no_path_reaches_could_be_of_any_size() throws IOException {
    Path deep = Deep.in(folder);
    assertEquals(Long.MAX_VALUE, size());
    new TreeRemoval(deep).remove();
  }
}
