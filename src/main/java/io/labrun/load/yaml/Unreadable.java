package io.labrun.load.yaml;

import io.labrun.source.Diagnostic;

/** Ends the reading of a text that cannot be read on; never leaves this package. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Diagnostic diagnostic;

  Unreadable(Diagnostic diagnostic) {
    super(diagnostic.message(), null, false, false);
    this.diagnostic = diagnostic;
  }

  Diagnostic diagnostic() {
    return diagnostic;
  }
}
