package io.labrun.cli;

import io.labrun.files.RealPath;
import io.labrun.source.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trusts folders. */
@Command(
    name = "trust",
    header = "Trust a folder: its scenarios get all that they ask for.",
    description = {
      "",
      "A scenario asks for what is dangerous (see labrun run --help, --allow), and",
      "labrun asks you. For scenarios in a trusted folder and below it does not ask.",
      ""
    },
    footer = {
      "",
      "Examples",
      "  labrun trust ~/labs",
      "  labrun trust --list",
      "  labrun trust --remove ~/labs"
    })
final class TrustCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "The folder.")
  private Path folder;

  @Option(names = "--list", description = "Show the trusted folders.")
  private boolean list;

  @Option(names = "--remove", description = "Trust this folder no more.")
  private boolean remove;

  @Mixin private HelpOption help;

  TrustCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (list == (folder != null) || list && remove) {
      throw new UseException("trust takes a FOLDER or --list", "labrun trust --help");
    }
    if (list) {
      list(file().folders());
    } else if (remove) {
      remove(file());
    } else {
      add();
    }
    return ExitStatus.PASSED.code();
  }

  private TrustFile file() {
    return TrustFile.of(console.env())
        .orElseThrow(
            () ->
                new UseException(
                    "there is no place for the list of trusted folders: neither"
                        + " XDG_CONFIG_HOME nor HOME is set"));
  }

  private void list(List<Path> folders) {
    if (folders.isEmpty()) {
      console.out().println("no folder is trusted");
    }
    folders.forEach(one -> console.out().println(Printable.line(one.toString())));
  }

  private void add() {
    Path real = RealPath.of(folder);
    if (!Files.isDirectory(real)) {
      throw new UseException("there is no folder `" + folder + "`");
    }
    if (real.toString().lines().count() > 1) {
      throw new UseException("a folder with a line break in its name cannot be trusted");
    }
    file().add(real);
    console.out().println("trusted: " + Printable.line(real.toString()) + " and below");
  }

  private void remove(TrustFile file) {
    Path real = RealPath.of(folder);
    if (!file.remove(real) && !file.remove(folder)) {
      throw new UseException("`" + real + "` is not trusted", "labrun trust --list");
    }
    console.out().println("no longer trusted: " + Printable.line(real.toString()));
  }
}
