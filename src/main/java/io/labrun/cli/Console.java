package io.labrun.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The world around a command: its streams, its environment, its terminal.
 *
 * @param out where what was asked for goes
 * @param err where everything else goes
 * @param in what the user types
 * @param env the environment's variables
 * @param terminal what is known of the terminal
 * @param end ends the process at once with a status
 */
record Console(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Map<String, String> env,
    Terminal terminal,
    IntConsumer end) {

  /** The same with all on standard error. */
  Console onStandardError() {
    return new Console(err, err, in, env, terminal.onStandardError(), end);
  }
}
