package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.run.engine.EngineException;
import java.util.List;

/** Drivers that are plugins. */
final class Plugins {
  private Plugins() {}

  /**
   * Whether a trial failed because there is no such plugin: the failure then names it. The engine's
   * list alone can't tell: one that it finds by its socket is listed only after it was used.
   */
  static boolean areMissing(EngineException failure, List<String> listed, String driver) {
    return failure.kind() == EngineException.Kind.UNSUPPORTED
        && failure.getMessage().endsWith(driver)
        && !listed.contains(driver);
  }

  /** The problem that an engine has no such driver. */
  static Problem missing(String kind, String driver, List<String> drivers) {
    return Problem.of("this engine has no %s driver %s".formatted(kind, driver))
        .help(
            "If it is a plugin: docker plugin install %s".formatted(driver),
            "The engine has: " + String.join(", ", drivers));
  }
}
