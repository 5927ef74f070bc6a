package io.labrun.cli;

import io.labrun.source.Marks;
import io.labrun.source.Theme;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of how to show what happens. */
final class OutputOptions {
  @Option(
      names = {"-q", "--quiet"},
      description = "Show only what went wrong, and the verdict.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show what each check saw, and the log on standard error.")
  boolean verbose;

  @Option(
      names = "--log-file",
      paramLabel = "FILE",
      description = "Write everything down, every call to the engine too.")
  Path logFile;

  @Option(
      names = "--color",
      paramLabel = "MODE",
      description = "auto (on a terminal, the default), always, never. NO_COLOR is respected.")
  ColorMode color = ColorMode.auto;

  @Option(names = "--no-color", description = "The same as --color never.")
  boolean noColor;

  /** How standard output looks. */
  Theme theme(Console console) {
    return theme(console, console.terminal().out());
  }

  /** How standard error looks. */
  Theme errorTheme(Console console) {
    return theme(console, console.terminal().err());
  }

  private Theme theme(Console console, boolean terminal) {
    ColorMode mode = noColor ? ColorMode.never : color;
    return new Theme(
        console.terminal().isUtf8() ? Marks.UNICODE : Marks.ASCII,
        mode.colours(terminal, console.terminal().dumb(), console.env()),
        console.terminal().columns());
  }
}
