package io.labrun.report;

import io.labrun.event.RunListener;
import java.util.List;

/** Shows runs, one after another; safe for use by several threads. */
public interface Report extends RunListener, AutoCloseable {

  /** Shows lines that belong to no run: they must be safe. */
  void paragraph(List<String> text);

  /** Says that somebody asked to stop; what now fails to be made is not shown as a problem. */
  void stopping(String line);

  /** Leaves the terminal as it was; may be called more than once. */
  @Override
  void close();
}
