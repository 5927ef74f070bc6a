package io.labrun.cli;

import io.labrun.own.PrivateEngineException;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.NoEngineException;
import io.labrun.run.engine.Passwords;
import io.labrun.source.DidYouMean;
import io.labrun.source.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in words why a command did not do what it should: the command line is wrong, the machine
 * lacks something, or labrun itself is at fault.
 */
final class Failures {
  private static final String DOCTOR = "labrun doctor    says what is missing";

  /** What picocli says of a word that is none of a few. */
  private static final Pattern ONE_OF =
      Pattern.compile("expected one of \\[(.*)] \\(case-\\w+\\) but was '(.*)'", Pattern.DOTALL);

  /** What picocli says of a pair that has no equals sign. */
  private static final Pattern NO_PAIR =
      Pattern.compile("Value for .* should be in KEY=VALUE format but was (.*)", Pattern.DOTALL);

  /** What picocli says of a command that there is not. */
  private static final Pattern NO_COMMAND = Pattern.compile("Unknown subcommand '(.*)'\\.");

  private final Console console;

  /** Failures told on a console's error output. */
  Failures(Console console) {
    this.console = console;
  }

  /** The command line is wrong. */
  int use(ParameterException e) {
    CommandLine command = e.getCommandLine();
    List<String> help = new ArrayList<>();
    String message = sentence(e);
    Matcher unknown = NO_COMMAND.matcher(String.valueOf(e.getMessage()));
    if (unknown.matches()) {
      message = "there is no command `" + unknown.group(1) + "`";
      question(unknown.group(1), Commands.names()).ifPresent(help::add);
    }
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().get(0);
      Set<String> options = command.getCommandSpec().optionsMap().keySet();
      message = command.getCommandName() + " does not know `" + Passwords.hidden(word) + "`";
      question(word.replaceFirst("=.*", ""), options).ifPresent(help::add);
    }
    help.add(command.getCommandSpec().qualifiedName() + " --help");
    tell(message, help);
    return ExitStatus.USE.code();
  }

  private static Optional<String> question(String word, Collection<String> words) {
    return Optional.of(DidYouMean.question(word, words)).filter(text -> !text.isEmpty());
  }

  private static String sentence(ParameterException e) {
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      ArgSpec first = missing.getMissing().get(0);
      String option = first instanceof OptionSpec one ? one.longestName() + ": " : "";
      return option + first.paramLabel() + " is missing";
    }
    if (e.getArgSpec() instanceof OptionSpec option
        && e.getCause() instanceof TypeConversionException cause) {
      Matcher words = ONE_OF.matcher(cause.getMessage());
      return option.longestName()
          + ": "
          + (words.matches()
              ? "it takes " + words.group(1) + ", not '" + words.group(2) + "'"
              : cause.getMessage());
    }
    Matcher noPair = NO_PAIR.matcher(String.valueOf(e.getMessage()));
    if (e.getArgSpec() instanceof OptionSpec option && noPair.matches()) {
      return "%s: it takes %s, not '%s'"
          .formatted(option.longestName(), option.paramLabel(), noPair.group(1));
    }
    String line = e.getMessage().lines().findFirst().orElse("");
    return line.isEmpty()
        ? line
        : line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }

  /**
   * A command failed while it ran.
   *
   * @param host the engine that the user named
   */
  int during(Throwable e, Optional<String> host, String... args) {
    if (e instanceof UseException use) {
      tell(use.getMessage(), use.help().stream().map(line -> Suggestion.on(host, line)).toList());
      return ExitStatus.USE.code();
    }
    if (e instanceof NothingToRunException nothing) {
      tell(nothing.getMessage(), nothing.help());
      return ExitStatus.NOT_RUN.code();
    }
    if (e instanceof NoEngineException none) {
      noEngine(none, host);
      return ExitStatus.NOT_RUN.code();
    }
    if (e instanceof PrivateEngineException own) {
      tell(own.getMessage(), List.of(own.help()));
      return (own.isLeaving() ? ExitStatus.LEFTOVERS : ExitStatus.NOT_RUN).code();
    }
    if (e instanceof EngineException engine) {
      tell(engine.getMessage(), List.of(Suggestion.on(host, DOCTOR)));
      return ExitStatus.NOT_RUN.code();
    }
    return mistake(e, host, args);
  }

  private void noEngine(NoEngineException none, Optional<String> host) {
    console.err().println("labrun: " + shown(none.getMessage()));
    lines("tried", none.tried());
    if (none.isNamed()) {
      lines("help", List.of(Suggestion.on(host, DOCTOR)));
    } else {
      String look = "labrun doctor          says what is missing";
      String fix = "labrun doctor --fix    installs and starts it where it can";
      lines("help", List.of(look, fix));
    }
  }

  /** A mistake of ours: it is never the scenario's fault. */
  private int mistake(Throwable e, Optional<String> host, String... args) {
    tell("this is a mistake in labrun itself, not in your scenario", List.of());
    Optional<Path> file = BugReport.write(e, args);
    lines("what", List.of(String.valueOf(e)));
    file.ifPresent(path -> lines("file", List.of(path + "    has the details; please report it")));
    lines(
        "help", List.of(Suggestion.on(host, "labrun ls    shows whether something still stands")));
    return ExitStatus.NOT_RUN.code();
  }

  /** Says what is wrong in one sentence without a full stop, and the way out. */
  void tell(String message, List<String> help) {
    console.err().println("labrun: " + shown(message));
    lines("help", help);
  }

  private static String shown(String line) {
    return Printable.line(Passwords.hiddenIn(line));
  }

  private void lines(String word, List<String> lines) {
    String lead = "  " + word + " ".repeat(7 - word.length());
    for (String line : lines) {
      console.err().println(lead + shown(line));
      lead = " ".repeat(lead.length());
    }
  }
}
