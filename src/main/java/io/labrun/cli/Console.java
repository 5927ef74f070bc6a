package io.labrun.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The world around a command: its streams, its environment, its terminal.
 *
 * @param data where goes, byte for byte, what was asked for as a file
 * @param out where is shown what was asked for
 * @param err where everything else goes
 * @param in what the user types
 * @param env the environment's variables
 * @param terminal what is known of the terminal
 * @param end ends the process at once with a status
 */
record Console(
    PrintStream data,
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> env,
    Terminal terminal,
    IntConsumer end) {

  /** A world in which what goes out as a file goes where all else is shown. */
  Console(
      PrintStream out,
      PrintStream err,
      InputStream in,
      Map<String, String> env,
      Terminal terminal,
      IntConsumer end) {
    this(out, out, err, in, env, terminal, end);
  }

  /** The same where nothing that is shown is an order to those who read along. */
  Console guarded() {
    return "true".equals(env.get("GITHUB_ACTIONS"))
        ? new Console(data, NoCommands.shown(out), NoCommands.shown(err), in, env, terminal, end)
        : this;
  }

  /** The same with all that is shown on standard error. */
  Console onStandardError() {
    return new Console(data, err, err, in, env, terminal.onStandardError(), end);
  }
}
