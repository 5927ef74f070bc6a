package io.labrun.cli;

import io.labrun.event.FileResult;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads scenario files with what the user gives them. */
final class Loading {
  private final ScenarioLoader loader;
  private final Given given;
  private final InputStream input;

  /** Reads files with the values and the environment of a command. */
  Loading(Invocation invocation) {
    this(invocation, List.of());
  }

  /**
   * Reads files for several engines.
   *
   * @param hosts how the user names them; the one of the command if there are none
   */
  Loading(Invocation invocation, List<String> hosts) {
    Map<String, String> env = invocation.console().env();
    List<String> named = hosts.isEmpty() ? invocation.host().stream().toList() : hosts;
    this.loader = new ScenarioLoader(Engines.machine(env, named));
    this.input = invocation.console().in();
    this.given = new Given(invocation.values(), name -> Optional.ofNullable(env.get(name)));
  }

  /** Reads a file, or standard input, which can be read once. */
  LoadResult load(Path file) {
    return file.equals(Found.INPUT)
        ? loader.load(file.toString(), input, given)
        : loader.load(file, given);
  }

  /** The result of a file with mistakes. */
  static FileResult invalid(LoadResult loaded) {
    return FileResult.invalid(loaded.name(), loaded.diagnostics());
  }
}
