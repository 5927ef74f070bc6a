package io.labrun.run.require;

import io.labrun.event.Problem;
import java.util.List;

/** Drivers that an engine lists, those of plugins among them. */
final class Plugins {
  private Plugins() {}

  /** Whether an engine lists a driver; a plugin without a tag is that with the tag latest. */
  static boolean has(List<String> drivers, String driver) {
    return drivers.contains(driver) || drivers.contains(driver + ":latest");
  }

  /** The problem that an engine does not list a driver. */
  static Problem missing(String kind, String driver, List<String> drivers) {
    return Problem.of("this engine has no %s driver %s".formatted(kind, driver))
        .help(
            "If it is a plugin: docker plugin install %s".formatted(driver),
            "The engine has: " + String.join(", ", drivers));
  }
}
