package io.labrun.own;

import io.labrun.run.engine.EngineException;

/** There can be no private engine, or it did not end as it should; and what to do about it. */
public final class PrivateEngineException extends EngineException {
  private static final long serialVersionUID = 1L;
  private final String help;
  private final boolean leaving;

  /**
   * A private engine can't be had.
   *
   * @param message what is wrong and why, without a full stop
   * @param help what to do now, in one line
   */
  public PrivateEngineException(String message, String help) {
    this(message, help, false);
  }

  private PrivateEngineException(String message, String help, boolean leaving) {
    super(Kind.UNREACHABLE, message);
    this.help = help;
    this.leaving = leaving;
  }

  /** Something of a private engine can't be removed. */
  static PrivateEngineException left(String message) {
    return new PrivateEngineException(message, "labrun clean    tries again", true);
  }

  /** What to do now, in one line. */
  public String help() {
    return help;
  }

  /** Whether something was left behind that should not be. */
  public boolean isLeaving() {
    return leaving;
  }
}
