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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A report that the user wants in a file.
 *
 * @param kind in which form
 * @param file where; {@code -} is standard output
 */
record ReportFile(ReportKind kind, Path file) {

  private OutputFile output() {
    return new OutputFile(file);
  }

  /** Whether it goes to standard output. */
  boolean isStandardOutput() {
    return output().isStandardOutput();
  }

  /** The same file under its one name, as far as it is there. */
  Path whole() {
    return output().whole();
  }

  /** Whether it is one of some files. */
  boolean isOneOf(List<Path> files) {
    return output().isOneOf(files);
  }

  /** Why it cannot be written, as far as that can be known beforehand; empty if it may well be. */
  Optional<String> obstacle() {
    return output().obstacle();
  }

  /**
   * Writes it.
   *
   * @param out standard output
   */
  void write(BatchResult batch, ReportHead head, PrintStream out) throws IOException {
    output().write(to -> write(batch, head, to), out);
  }

  /** Such a writer takes half a surrogate pair for a question mark, and does not break off. */
  private void write(BatchResult batch, ReportHead head, OutputStream to) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    kind.open(head).write(batch, out);
    out.flush();
  }
}
