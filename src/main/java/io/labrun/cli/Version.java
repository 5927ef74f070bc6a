package io.labrun.cli;

import java.util.Optional;

/** Which labrun this is. */
final class Version {
  private Version() {}

  /** One line: labrun's version, and what a report of a mistake should say of the machine. */
  static String line() {
    return "labrun "
        + number()
        + " (Java "
        + Runtime.version()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ")";
  }

  /** The number alone; {@code development} where it was not packaged. */
  static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
