package io.labrun.cli;

import io.labrun.doctor.Doctor;
import io.labrun.doctor.Finding;
import io.labrun.doctor.FixFailedException;
import io.labrun.machine.LocalMachine;
import io.labrun.report.FindingText;
import io.labrun.run.image.ImageNeed;
import io.labrun.source.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what the machine lacks. */
@Command(
    name = "doctor",
    header = "Say what this machine lacks for running scenarios, and how to get it.",
    description = {
      "",
      "Looks at the engine, the network drivers that really work, memory, disk and the",
      "images that the named scenarios need. With --fix it does what it safely can: on",
      "Debian or Ubuntu as root it installs and starts the engine, and gets the images.",
      ""
    },
    footer = {"", "Exit status: 0 scenarios can run here, 4 they cannot."})
final class DoctorCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|FOLDER",
      description = "Scenarios whose images should be there.")
  private List<String> files = new ArrayList<>();

  @Option(names = "--fix", description = "Mend what can be mended safely.")
  private boolean fix;

  @Option(names = "--offline", description = "Never ask a registry, with --fix neither.")
  private boolean offline;

  @Mixin private EngineCommonOptions common;

  DoctorCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Invocation invocation = common.begin(console);
    Doctor doctor =
        new Doctor(new LocalMachine(), invocation::connect, images(invocation), offline);
    if (fix) {
      try {
        doctor.mend(line -> console.out().println(Printable.line(line)));
      } catch (FixFailedException e) {
        console.err().println("labrun: " + Printable.line(e.getMessage()));
        console.err().println("  help   " + Printable.line(e.help()));
        return ExitStatus.NOT_RUN.code();
      }
    }
    FindingText text = new FindingText(invocation.reportSettings());
    List<Finding> findings =
        doctor.examine(
            one ->
                invocation.print(
                    text.render(
                        one.subject(),
                        level(one.state()),
                        one.meaning(),
                        one.details(),
                        command(one))));
    boolean missing = findings.stream().anyMatch(one -> one.state() == Finding.State.MISSING);
    return (missing ? ExitStatus.NOT_RUN : ExitStatus.PASSED).code();
  }

  /** What mends it, for the engine that was looked at. */
  private Optional<String> command(Finding one) {
    return one.command().map(words -> Suggestion.on(common.host(), words));
  }

  private static FindingText.Level level(Finding.State state) {
    return switch (state) {
      case OK -> FindingText.Level.GOOD;
      case DEGRADED -> FindingText.Level.WARNING;
      case MISSING -> FindingText.Level.BAD;
    };
  }

  /** The first is the one that checks run in. */
  private List<String> images(Invocation invocation) {
    if (files.isEmpty()) {
      return List.of();
    }
    NeededImages needed = NeededImages.of(invocation, ScenarioFiles.find(files).files());
    Set<String> out = new LinkedHashSet<>(needed.probes());
    needed.all().values().stream().map(ImageNeed::reference).forEach(out::add);
    return List.copyOf(out);
  }
}
