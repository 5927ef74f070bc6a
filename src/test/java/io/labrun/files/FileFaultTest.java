package io.labrun.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a file could not be read or written, in words that do not repeat its name. */
final class FileFaultTest {
  @TempDir private Path folder;

  private static String reading(Path file) {
    return FileFault.reason(assertThrows(IOException.class, () -> Files.readString(file)));
  }

  @Test
  void the_systems_own_reason_is_given() throws IOException {
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertEquals("Too many levels of symbolic links", reading(loop).split(" or ")[0]);
    Path file = Files.createFile(folder.resolve("file"));
    assertEquals("Not a directory", reading(file.resolve("below")));
    assertEquals("Is a directory", reading(folder));
  }

  @Test
  void where_java_gives_only_the_name_words_stand_in() throws IOException {
    assertEquals("there is no such file or folder", reading(folder.resolve("none")));
    Path file = Files.createFile(folder.resolve("file"));
    IOException taken = assertThrows(IOException.class, () -> Files.createDirectories(file));
    assertEquals("something else of that name is there", FileFault.reason(taken));
    assertEquals("permission denied", FileFault.reason(new AccessDeniedException("file")));
  }
}
