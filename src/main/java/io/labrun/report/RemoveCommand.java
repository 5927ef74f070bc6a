package io.labrun.report;

import io.labrun.event.Leftover;

/** The command with which a person removes what could not be removed. */
public final class RemoveCommand {
  private RemoveCommand() {}

  /** The command, ready to be typed. */
  public static String of(Leftover left) {
    String remove = left.kind().equals("container") ? "rm -fv " : left.kind() + " rm ";
    return "docker " + remove + ShellQuote.word(left.name());
  }
}
