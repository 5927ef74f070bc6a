package io.labrun.cli;

import io.labrun.explain.Starter;
import io.labrun.files.FileFault;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a scenario to begin with. */
@Command(
    name = "new",
    header = "Write a scenario to begin with: it passes at once and shows the language.",
    description = {
      "",
      "Writes NAME.yaml into this folder. A file that is there already is left alone.",
      ""
    },
    footer = {"", "Example", "  labrun new my-lab && labrun my-lab.yaml"})
final class NewCommand implements Callable<Integer> {
  /** The schema's pattern of a scenario's name; a test holds them together. */
  static final String NAME = "[a-z0-9][a-z0-9-]{0,40}";

  private final Console console;

  @Parameters(
      paramLabel = "NAME",
      description = "The scenario's name: small letters, digits and hyphens.")
  private String name;

  @Option(
      names = {"-l", "--lang"},
      paramLabel = "LANG",
      completionCandidates = ScenarioOptions.Languages.class,
      description = "The language of its comments and texts: en or ru; else the locale's.")
  private String language;

  @Mixin private HelpOption help;

  NewCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!name.matches(NAME)) {
      throw new UseException(
          "`" + name + "` is not a name for a scenario",
          "small letters, digits and `-`, at most 41, the first a letter or digit: my-first-lab");
    }
    Path file = Path.of(name + ".yaml");
    String spoken = language == null ? Terminal.language(console.env()) : language;
    write(file, Starter.text(name, spoken, schema()));
    console.out().println(file + " is written. What to do next:");
    int room = Math.max(file.toString().length(), "explain".length());
    String line = "  labrun %-" + room + "s    %s%n";
    console.out().printf(line, file, "runs it, and every claim passes");
    console.out().printf(line, "explain", "lists all words of the language");
    return ExitStatus.PASSED.code();
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new UseException(
          "there is a `" + file + "` already, and it is left alone", "take another name");
    } catch (IOException e) {
      throw new UseException("`" + file + "` cannot be written here: " + FileFault.reason(e));
    }
  }

  /** The schema beside this labrun: at the top of the repository that it was built in. */
  private static Optional<Path> schema() {
    try {
      Path program =
          Path.of(NewCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path top = program.getParent().getParent();
      return Optional.of(top.resolve("schema/scenario.schema.json")).filter(Files::isRegularFile);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
