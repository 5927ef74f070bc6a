package io.labrun.report;

import io.labrun.event.Leftover;
import io.labrun.plan.Labels;

/**
 * The command with which a person removes what could not be removed, or finds it: the steps of a
 * build.
 */
public final class RemoveCommand {
  private RemoveCommand() {}

  /** The command, ready to be typed. */
  public static String of(Leftover left) {
    String command =
        switch (left.kind()) {
          case "run" -> "labrun down ";
          case "folder" -> "rm -r ";
          case "step" -> "docker ps -a --filter label=" + Labels.STEP;
          case "container", "host" -> "docker rm -fv ";
          default -> "docker " + left.kind() + " rm ";
        };
    return command + ShellQuote.word(left.name());
  }
}
