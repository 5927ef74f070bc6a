package io.labrun.cli;

import io.labrun.source.DidYouMean;
import io.labrun.source.Printable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in words why a command did not do what it should. */
final class Failures {
  private final Console console;

  /** Failures told on a console's error output. */
  Failures(Console console) {
    this.console = console;
  }

  /** The command line is wrong. */
  int use(ParameterException e) {
    CommandLine command = e.getCommandLine();
    List<String> help = new ArrayList<>();
    String message = e.getMessage().lines().findFirst().orElse("");
    if (e instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().get(0);
      message = "`" + command.getCommandName() + "` knows nothing called `" + word + "`";
      String question = DidYouMean.question(word, command.getCommandSpec().optionsMap().keySet());
      if (!question.isEmpty()) {
        help.add(question);
      }
    }
    help.add(command.getCommandSpec().qualifiedName() + " --help");
    tell(message, help);
    return ExitStatus.USE.code();
  }

  /** A command failed while it ran. */
  int during(Exception e) throws Exception {
    if (e instanceof UseException use) {
      tell(use.getMessage(), use.help());
      return ExitStatus.USE.code();
    }
    throw e;
  }

  private void tell(String message, List<String> help) {
    console.err().println("labrun: " + Printable.line(message));
    String lead = "  help   ";
    for (String line : help) {
      console.err().println(lead + Printable.line(line));
      lead = " ".repeat(lead.length());
    }
  }
}
