package io.labrun.report.html;

import io.labrun.event.Observation.Output;
import io.labrun.report.ShellQuote;

/** Shows a command, and folded below it what it printed. */
final class OutputFold {
  private static final int MOST_OF_A_COMMAND = 200;

  private final Markup out;
  private final Budget budget;

  OutputFold(Markup out, Budget budget) {
    this.out = out;
    this.budget = budget;
  }

  /**
   * Writes what a command left behind.
   *
   * @param summary what is said of it already: the exit code is not said twice
   */
  void write(Output output, String summary) {
    String command = ShellQuote.words(output.command());
    String first = command.lines().findFirst().orElse("");
    boolean whole = first.equals(command) && first.length() <= MOST_OF_A_COMMAND;
    out.open("details", "class", "output").open("summary");
    String shown = first.substring(0, Math.min(first.length(), MOST_OF_A_COMMAND));
    out.leaf("code", "$ " + shown + (whole ? "" : " …"));
    output
        .exitCode()
        .map(code -> "exit code " + code)
        .filter(code -> !summary.contains(code))
        .ifPresent(code -> out.leaf("span", code, "class", "fact"));
    out.close("summary").open("dl", "class", "streams");
    if (!whole) {
      stream("command", command, false);
    }
    stream("stdout", output.stdout(), output.truncated());
    stream("stderr", output.stderr(), output.truncated());
    out.close("dl").close("details");
  }

  /** Writes lines of a log, folded. */
  void log(String name, String lines, int count) {
    out.open("details", "class", "output").open("summary");
    out.leaf("code", name).leaf("span", "its last lines: " + count, "class", "fact");
    out.close("summary").leaf("pre", budget.take(lines)).close("details");
  }

  private void stream(String name, String text, boolean truncated) {
    out.leaf("dt", name).open("dd");
    if (text.isEmpty()) {
      out.leaf("span", "(nothing)", "class", "muted");
    } else {
      out.leaf("pre", budget.take(text.stripTrailing()));
      if (truncated) {
        out.leaf("p", "It printed more than was kept.", "class", "muted");
      }
    }
    out.close("dd");
  }
}
