package io.labrun.testbed;

import java.util.function.Supplier;

/** Debian's package manager, which refuses to install two things at once. */
final class Apt {
  private Apt() {}

  /** Does something that installs packages when nobody else of the tests does. */
  static synchronized <T> T alone(Supplier<T> installation) {
    return installation.get();
  }
}
