package io.labrun.report.file;

import io.labrun.event.BatchResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Reports as texts. */
final class Written {
  private Written() {}

  static String as(ReportKind kind, BatchResult batch) {
    return as(kind, batch, Rich.HEAD);
  }

  static String as(ReportKind kind, BatchResult batch, ReportHead head) {
    StringWriter out = new StringWriter();
    try {
      kind.open(head).write(batch, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
