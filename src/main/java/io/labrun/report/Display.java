package io.labrun.report;

import java.util.List;

/** What is shown while a command works; safe for use by several threads. */
public interface Display extends AutoCloseable {

  /** Shows lines that belong to no run: they must be safe. */
  void paragraph(List<String> text);

  /** Says that somebody asked to stop; what now fails to be made is not shown as a problem. */
  void stopping(String line);

  /** Leaves the terminal as it was; may be called more than once. */
  @Override
  void close();
}
