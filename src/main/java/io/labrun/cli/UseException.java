package io.labrun.cli;

import java.util.List;

/** The command was not used as it should be: exit status 2. */
final class UseException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<String> help;

  /** What is wrong, one sentence without a full stop, and lines that say the way out. */
  UseException(String message, String... help) {
    super(message);
    this.help = List.of(help);
  }

  /** Lines that say the way out; may be empty. */
  List<String> help() {
    return help;
  }
}
