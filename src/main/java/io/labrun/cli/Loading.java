package io.labrun.cli;

import io.labrun.event.FileResult;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads scenario files with what the user gives them. */
final class Loading {
  private final ScenarioLoader loader;
  private final Given given;
  private final InputStream input;

  /** Reads files with the values and the environment of a command. */
  Loading(Invocation invocation) {
    Map<String, String> env = invocation.console().env();
    this.loader = new ScenarioLoader(Engines.machine(env, invocation.host()));
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
