package io.labrun.cli;

import io.labrun.report.ImagesText;
import io.labrun.report.ImagesText.Needed;
import io.labrun.run.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the images that scenarios need. */
@Command(
    name = "images",
    header = "List the images that scenarios need, and say which are missing.",
    description = {
      "",
      "All of them: of containers and hosts, for probes, and those that a Dockerfile"
          + " builds on. No registry is asked. With --quiet only the names of those that"
          + " are missing.",
      ""
    },
    commandListHeading = "%nWhat else can be done with them%n",
    footer = {
      "",
      "Exit status: 0 all are there, 3 a scenario is invalid, 4 some are missing.",
      "",
      "Examples",
      "  labrun images scenarios/                      what is needed, what is missing",
      "  labrun images pull scenarios/                 fetch what is missing",
      "  labrun images save classroom.tar scenarios/   one file with all, for a stick",
      "  labrun images load classroom.tar              check it, put it on an engine"
    })
final class ImagesCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|FOLDER",
      description = "Scenario files, or folders of them.")
  private List<String> files = new ArrayList<>();

  @ArgGroup(validate = false, heading = "%nWhat is read%n", order = 1)
  private ScenarioOptions what = new ScenarioOptions();

  @Mixin private EngineCommonOptions common;
  @Spec private CommandSpec spec;

  ImagesCommand(Console console) {
    this.console = console;
  }

  /** The command with what else can be done. */
  static CommandLine withActions(Console console) {
    return new CommandLine(new ImagesCommand(console))
        .addSubcommand("pull", new ImagesPullCommand(console))
        .addSubcommand("save", new ImagesSaveCommand(console))
        .addSubcommand("load", new ImagesLoadCommand(console));
  }

  /** Refuses what was written before the word of an action, which would not count. */
  static void refuseBefore(CommandSpec action) {
    List<ArgSpec> before = action.parent().commandLine().getParseResult().matchedArgs();
    if (!before.isEmpty()) {
      String name = action.name();
      throw new UseException(
          "what goes with `images %s` must come after `%s`".formatted(name, name),
          action.qualifiedName() + " --help");
    }
  }

  @Override
  public Integer call() {
    if (files.isEmpty()) {
      throw new UseException("FILE|FOLDER is missing", spec.qualifiedName() + " --help");
    }
    Invocation invocation = common.begin(console, what);
    NeededImages needed = NeededImages.of(invocation, ScenarioFiles.find(files).files());
    if (needed.isUnknown()) {
      return needed.status().code();
    }
    try (Engine engine = invocation.connect()) {
      List<Needed> images = needed.on(engine);
      invocation.print(new ImagesText(invocation.reportSettings()).render(images, files));
      boolean missing = images.stream().anyMatch(Needed::isMissing);
      ExitStatus status = missing ? ExitStatus.NOT_RUN : ExitStatus.PASSED;
      return ExitStatus.worst(List.of(needed.status(), status)).code();
    }
  }
}
