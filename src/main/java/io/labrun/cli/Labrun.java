package io.labrun.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Finds the command that the arguments name, runs it, and turns what comes of it into a status. */
final class Labrun {
  private final Console console;

  /** A labrun in the world of a console. */
  Labrun(Console console) {
    this.console = console;
  }

  /** Runs the arguments' command and returns the exit status. */
  int run(String... args) {
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      console.out().println(Version.line());
      return ExitStatus.PASSED.code();
    }
    if (args.length == 0) {
      new Commands(console).root().usage(console.out());
      return ExitStatus.USE.code();
    }
    return execute(args);
  }

  private int execute(String... args) {
    Commands commands = new Commands(console);
    String[] words = commands.withCommand(args);
    CommandLine parser = commands.parser(words[0]);
    parser.setOut(new PrintWriter(console.out(), true));
    parser.setErr(new PrintWriter(console.err(), true));
    Failures failures = new Failures(console);
    parser.setParameterExceptionHandler((e, rest) -> failures.use(e));
    parser.setExecutionExceptionHandler((e, command, result) -> failures.during(e));
    return parser.execute(words);
  }
}
