package io.labrun.cli;

import io.labrun.event.BatchResult;
import io.labrun.report.file.ReportHead;
import io.labrun.report.file.ReportKind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A report that the user wants in a file.
 *
 * @param kind in which form
 * @param file where; {@code -} is standard output
 */
record ReportFile(ReportKind kind, Path file) {
  private static final Path STANDARD_OUTPUT = Path.of("-");

  /** Whether it goes to standard output. */
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
  void write(BatchResult batch, ReportHead head, PrintStream out) throws IOException {
    if (isStandardOutput()) {
      write(batch, head, (OutputStream) out);
    } else if (isSpecial()) {
      try (OutputStream to = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
        write(batch, head, to);
      }
    } else {
      replace(batch, head);
    }
  }

  private void replace(BatchResult batch, ReportHead head) throws IOException {
    Path whole = whole();
    Files.createDirectories(whole.getParent());
    String name = "." + whole.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path beside = whole.resolveSibling(name);
    try {
      try (OutputStream to = Files.newOutputStream(beside)) {
        write(batch, head, to);
      }
      Files.move(
          beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Such a writer takes half a surrogate pair for a question mark, and does not break off. */
  private void write(BatchResult batch, ReportHead head, OutputStream to) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    kind.open(head).write(batch, out);
    out.flush();
  }
}
