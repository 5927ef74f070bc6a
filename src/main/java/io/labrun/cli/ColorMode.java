package io.labrun.cli;

import java.util.Map;

/** When output is coloured. */
enum ColorMode {
  /** On a terminal, unless the environment says otherwise. */
  auto,
  /** Always. */
  always,
  /** Never. */
  never;

  /**
   * Whether a stream is coloured.
   *
   * <p>{@code NO_COLOR} (no-color.org), {@code CLICOLOR} and {@code CLICOLOR_FORCE}
   * (bixense.com/clicolors) count where the user did not say; so does a dumb terminal.
   */
  boolean colours(boolean terminal, boolean dumb, Map<String, String> env) {
    if (this != auto) {
      return this == always;
    }
    if (!env.getOrDefault("NO_COLOR", "").isEmpty()) {
      return false;
    }
    String force = env.getOrDefault("CLICOLOR_FORCE", "");
    if (!force.isEmpty() && !force.equals("0")) {
      return true;
    }
    return terminal && !dumb && !env.getOrDefault("CLICOLOR", "1").equals("0");
  }
}
