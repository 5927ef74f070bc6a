package io.labrun.source;

/** What a piece of shown text means; a theme gives it a colour or none. */
public enum Tone {
  /** It went as it should. */
  GOOD("32"),
  /** It did not. */
  BAD("31"),
  /** Worth a look, no failure. */
  WARNING("33"),
  /** Beside the point: times, gutters, places. */
  MUTED("2"),
  /** What leads on: help, hints, commands to type. */
  ACCENT("36"),
  /** A heading. */
  STRONG("1");

  private final String sgr;

  Tone(String sgr) {
    this.sgr = sgr;
  }

  /** The parameter of the terminal's SGR sequence (ECMA-48) for this tone. */
  public String sgr() {
    return sgr;
  }
}
