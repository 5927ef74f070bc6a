package io.labrun.load.rule;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the files that a scenario names: they are looked for beside its own. */
final class Beside {
  private Beside() {}

  /** The whole path of what is written. */
  static Path of(Draft draft, String written) {
    try {
      return Path.of(draft.scenario().source().name()).toAbsolutePath().resolveSibling(written);
    } catch (InvalidPathException e) {
      return Path.of(".").resolve(written);
    }
  }
}
