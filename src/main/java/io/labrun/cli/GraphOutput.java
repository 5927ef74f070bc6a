package io.labrun.cli;

import io.labrun.files.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a drawn topology goes.
 *
 * @param file empty for standard output
 */
record GraphOutput(Console console, Optional<Path> file) {

  /**
   * Writes it; an earlier file of that name is replaced.
   *
   * @param before what is printed first where several come one after another
   */
  void write(String before, String text) {
    if (file.isEmpty()) {
      console.out().print(before);
      console.out().print(text);
      return;
    }
    try {
      if (file.get().toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.get().toAbsolutePath().getParent());
      }
      Files.writeString(file.get(), text);
    } catch (IOException e) {
      throw new UseException("`" + file.get() + "` cannot be written: " + FileFault.reason(e));
    }
  }
}
