package io.labrun.cli;

import io.labrun.report.ShellQuote;
import io.labrun.run.engine.Passwords;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands of labrun that are suggested to the user. */
final class Suggestion {
  private static final String GAP = "    ";
  private static final Pattern COMMAND = Pattern.compile("(?:sudo )?labrun (\\S.*)");

  private Suggestion() {}

  /**
   * The line with a command, and after a gap perhaps what it does, for the engine that the user
   * named, without the password that may stand in its address; as it is where none was named or the
   * command uses none.
   */
  static String on(Optional<String> host, String line) {
    if (host.isEmpty() || !usesAnEngine(line) || line.contains("--help")) {
      return line;
    }
    int gap = line.indexOf(GAP);
    int end = gap < 0 ? line.length() : gap;
    String option = " --host " + ShellQuote.word(Passwords.without(host.get()));
    return line.substring(0, end) + option + line.substring(end);
  }

  private static boolean usesAnEngine(String line) {
    Matcher command = COMMAND.matcher(line);
    return command.matches() && Commands.takeHost(List.of(command.group(1).split(" +")));
  }
}
