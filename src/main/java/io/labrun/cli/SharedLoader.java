package io.labrun.cli;

import io.labrun.load.ScenarioLoader;
import java.util.Set;

/**
 * The one loader of the process: reading the schema takes about as long as reading the arguments,
 * so both are done side by side.
 */
final class SharedLoader {
  private static final Set<String> READERS = Set.of("run", "validate", "plan", "up", "check");

  private SharedLoader() {}

  private static final class Holder {
    static final ScenarioLoader LOADER = new ScenarioLoader();
  }

  /** Begins to make it, if a command is going to need it. */
  static void begin(String command) {
    if (READERS.contains(command)) {
      Thread thread = new Thread(SharedLoader::get, "labrun-schema");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** The loader; waits until it is made. */
  static ScenarioLoader get() {
    return Holder.LOADER;
  }
}
