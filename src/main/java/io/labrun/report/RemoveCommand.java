package io.labrun.report;

import io.labrun.event.Leftover;
import java.util.List;

/** The command with which a person removes what could not be removed. */
public final class RemoveCommand {
  private RemoveCommand() {}

  /**
   * The command, ready to be typed.
   *
   * @param settings of the run that left it
   */
  public static String of(Leftover left, ReportSettings settings) {
    return switch (left.kind()) {
      case "run", "step" -> settings.labrun("down", left.name());
      case "folder" -> ShellQuote.words(List.of("rm", "-r", left.name()));
      case "container", "host" -> settings.docker("rm", "-fv", left.name());
      default -> settings.docker(left.kind(), "rm", left.name());
    };
  }
}
