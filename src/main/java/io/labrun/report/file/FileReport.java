package io.labrun.report.file;

import io.labrun.event.BatchResult;
import java.io.IOException;
import java.io.Writer;

/** Writes what came of a batch in one form. */
@FunctionalInterface
public interface FileReport {
  /**
   * Writes all of it; what came from containers and scenarios is escaped as the form asks.
   *
   * @param out is not closed
   */
  void write(BatchResult batch, Writer out) throws IOException;
}
