package io.labrun.report.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;

/** A writer whose faults need not be declared at each step. */
final class Sink {
  private final Writer out;

  private Sink(Writer out) {
    this.out = out;
  }

  /** Lets something be written. */
  static void to(Writer out, Consumer<Sink> writing) throws IOException {
    try {
      writing.accept(new Sink(out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes a text as it is. */
  void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a line as it is, and its end. */
  void line(String text) {
    write(text);
    write("\n");
  }
}
