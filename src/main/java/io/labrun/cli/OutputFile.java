package io.labrun.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * A file that the user wants written: a report, a picture.
 *
 * @param file where; {@code -} is standard output
 */
record OutputFile(Path file) {
  /** How standard output is called; a file of that name is {@code ./-}. */
  static final Path STANDARD_OUTPUT = Path.of("-");

  /** What is written. */
  interface Content {
    /** Writes all of it. */
    void to(OutputStream out) throws IOException;
  }

  /** Whether it is standard output. */
  boolean isStandardOutput() {
    return file.equals(STANDARD_OUTPUT);
  }

  /** The same file under its one name, as far as it is there. */
  Path whole() {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      if (Files.exists(absolute)) {
        return absolute.toRealPath();
      }
      Path folder = absolute.getParent();
      return Files.exists(folder) ? folder.toRealPath().resolve(absolute.getFileName()) : absolute;
    } catch (IOException e) {
      return absolute;
    }
  }

  /** Whether it is one of some files. */
  boolean isOneOf(List<Path> files) {
    return !isStandardOutput()
        && files.stream().anyMatch(one -> new OutputFile(one).whole().equals(whole()));
  }

  /** Why it cannot be written, as far as that can be known beforehand; empty if it may well be. */
  Optional<String> obstacle() {
    if (Files.isDirectory(file)) {
      return Optional.of("it is a folder");
    }
    if (file.toString().matches(".*\\.ya?ml")) {
      return Optional.of("it has the name of a scenario");
    }
    Path above = whole().getParent();
    while (!Files.exists(above)) {
      above = above.getParent();
    }
    if (!Files.isDirectory(above)) {
      return Optional.of("`" + above + "` is a file, not a folder");
    }
    boolean may = isSpecial() ? Files.isWritable(file) : Files.isWritable(above);
    return may ? Optional.empty() : Optional.of("nothing may be written to `" + above + "`");
  }

  /** Whether it is there and is neither a file nor a folder, but a pipe or a device, say. */
  private boolean isSpecial() {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  /**
   * Writes it; whoever reads an earlier one meanwhile, or finds it after a crash, finds it whole.
   *
   * @param out standard output
   */
  void write(Content content, PrintStream out) throws IOException {
    if (isStandardOutput()) {
      content.to(out);
    } else if (isSpecial()) {
      try (OutputStream to = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
        content.to(to);
      }
    } else {
      replace(content);
    }
  }

  private void replace(Content content) throws IOException {
    Path whole = whole();
    Files.createDirectories(whole.getParent());
    String name = "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path beside = whole.resolveSibling(name);
    try {
      try (OutputStream to = Files.newOutputStream(beside)) {
        content.to(to);
      }
      Files.move(
          beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
