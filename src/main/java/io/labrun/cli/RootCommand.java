package io.labrun.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** What {@code labrun --help} shows. */
@Command(
    name = "labrun",
    header = "Runs Docker labs that are written down, and says what held and what did not.",
    versionProvider = RootCommand.Versions.class)
final class RootCommand implements Runnable {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  private boolean version;

  @Override
  public void run() {
    throw new UseException("name a scenario file, a folder or a command");
  }

  /** Gives picocli our version. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Version.line()};
    }
  }
}
