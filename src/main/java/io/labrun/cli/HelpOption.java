package io.labrun.cli;

import picocli.CommandLine.Option;

/** The option that shows the help of a command. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 1000,
      description = "Show this help.")
  private boolean help;
}
