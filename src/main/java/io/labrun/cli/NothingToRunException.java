package io.labrun.cli;

import java.util.List;

/** Of all files none is left to be run, so nothing is checked: exit status 4. */
final class NothingToRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> help;

  /** What came of it, one sentence without a full stop, and lines that say what was there. */
  NothingToRunException(String message, List<String> help) {
    super(message);
    this.help = List.copyOf(help);
  }

  /** Lines that say what was there; may be empty. */
  List<String> help() {
    return help;
  }
}
