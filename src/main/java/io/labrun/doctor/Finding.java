package io.labrun.doctor;

import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param subject what was looked at, in a word or two
 * @param state how it is
 * @param meaning one sentence: how it is, and what that means for scenarios
 * @param details what belongs to it, one a line; mostly none
 * @param command the exact command that mends it; empty where all is well or no command helps
 */
public record Finding(
    String subject, State state, String meaning, List<String> details, Optional<String> command) {

  /** How a thing is. */
  public enum State {
    /** It is as scenarios need it. */
    OK,
    /** Some scenarios will be skipped or slow; the others run. */
    DEGRADED,
    /** No scenario that needs it can run. */
    MISSING
  }

  /** All is well. */
  public static Finding ok(String subject, String meaning) {
    return new Finding(subject, State.OK, meaning, List.of(), Optional.empty());
  }

  /** Some scenarios suffer, and this command helps. */
  public static Finding degraded(String subject, String meaning, String command) {
    return new Finding(subject, State.DEGRADED, meaning, List.of(), Optional.of(command));
  }

  /** Some scenarios suffer, and nothing that can be typed here helps. */
  public static Finding degraded(String subject, String meaning) {
    return new Finding(subject, State.DEGRADED, meaning, List.of(), Optional.empty());
  }

  /** Scenarios can't run, and this command helps. */
  public static Finding missing(String subject, String meaning, String command) {
    return new Finding(subject, State.MISSING, meaning, List.of(), Optional.of(command));
  }
}
