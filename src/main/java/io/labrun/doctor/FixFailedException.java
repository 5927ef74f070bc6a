package io.labrun.doctor;

/** Something could not be mended; the message says what, why, and what a person can do. */
public final class FixFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String help;

  /**
   * A fix that did not succeed.
   *
   * @param message what did not work and why
   * @param help what to do now, in one line
   */
  public FixFailedException(String message, String help) {
    super(message);
    this.help = help;
  }

  /** What to do now. */
  public String help() {
    return help;
  }
}
