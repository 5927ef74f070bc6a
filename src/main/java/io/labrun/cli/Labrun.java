package io.labrun.cli;

import io.labrun.load.ScenarioLoader;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Finds the command that the arguments name, runs it, and turns what comes of it into a status. */
final class Labrun {
  private final Console console;

  /** A labrun in the world of a console. */
  Labrun(Console console) {
    this.console = console;
  }

  /** Runs the arguments' command and returns the exit status. */
  int run(String... args) {
    try {
      if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
        console.out().println(Version.line());
        return ExitStatus.PASSED.code();
      }
      if (args.length == 0) {
        new RootCommand(console).run();
        return ExitStatus.USE.code();
      }
      return execute(args);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      return new Failures(console).during(e, Optional.empty(), args);
    }
  }

  private int execute(String... args) {
    Commands commands = new Commands(console);
    String[] words = commands.withCommand(args);
    if (Commands.readsScenarios(words[0]) && Logs.areUnwanted(words)) {
      ScenarioLoader.prepare();
    }
    CommandLine parser = commands.parser(words[0]);
    Failures failures = new Failures(console);
    parser.setOut(new PrintWriter(console.out(), true));
    parser.setErr(new PrintWriter(console.err(), true));
    boolean colour =
        ColorMode.auto.colours(console.terminal().out(), console.terminal().dumb(), console.env());
    parser.setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF));
    parser.setUsageHelpWidth(80);
    parser.setUsageHelpLongOptionsMaxWidth(24);
    parser.setParameterExceptionHandler((e, rest) -> failures.use(e));
    parser.setExecutionExceptionHandler(
        (e, command, result) -> failures.during(e, host(command), args));
    return parser.execute(words);
  }

  private static Optional<String> host(CommandLine command) {
    return Optional.ofNullable(command.getCommandSpec().findOption("--host"))
        .<Object>map(option -> option.getValue())
        .map(value -> value instanceof List<?> several ? several : List.of(value))
        .flatMap(values -> values.stream().findFirst())
        .map(String::valueOf);
  }
}
