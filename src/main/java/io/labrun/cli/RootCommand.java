package io.labrun.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code labrun --help} shows. */
@Command(
    name = "labrun",
    header = "Runs Docker labs that are written down, and says what held and what did not.",
    customSynopsis = {
      "labrun [OPTIONS] FILE|FOLDER...     run scenarios",
      "       labrun COMMAND [OPTIONS] ..."
    },
    description = {
      "",
      "A scenario is a YAML file that says what exists (networks, volumes, containers)",
      "and what must then be true (assertions). labrun sets it up on a Docker engine,",
      "checks every assertion, and removes everything again."
    },
    versionProvider = RootCommand.Versions.class,
    optionListHeading = "%nOptions (those of a command: labrun COMMAND --help)%n",
    commandListHeading = "%nCommands%n",
    footer = {
      "",
      "Examples",
      "  labrun scenarios/volume.yaml          run one, remove everything",
      "  labrun new my-lab                     write one of your own to begin with",
      "  labrun --keep failed scenarios/       run all, leave standing what fails",
      "  labrun validate my-first-lab.yaml     find the mistakes, touch no engine",
      "  labrun doctor --fix                   get an engine and the images"
    })
final class RootCommand implements Runnable {
  private final Console console;

  @Parameters(arity = "0..*", paramLabel = "FILE|FOLDER", hidden = true)
  private List<String> files = new ArrayList<>();

  @Mixin private HelpOption help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      order = 1001,
      description = "Show the version.")
  private boolean version;

  RootCommand(Console console) {
    this.console = console;
  }

  /** Shows the way where nothing was named. */
  @Override
  public void run() {
    List.of(
            "labrun runs Docker labs that are written down.",
            "",
            "  labrun FILE             run a scenario, remove everything, say what held",
            "  labrun FOLDER           the same for all scenarios of a folder",
            "  labrun new NAME         write a scenario to begin with",
            "  labrun validate FILE    find the mistakes in it without running it",
            "  labrun up FILE          set it up and leave it standing",
            "  labrun doctor           say what this machine lacks, and how to get it",
            "",
            "  labrun --help           all commands and options")
        .forEach(console.err()::println);
  }

  /** Gives picocli our version. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {Version.line()};
    }
  }
}
