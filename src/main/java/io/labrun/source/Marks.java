package io.labrun.source;

/** The signs that output is drawn with: fine ones, or ASCII for a terminal without UTF-8. */
public enum Marks {
  /** For terminals that show UTF-8. */
  UNICODE("✓", "✗", "!", "–", "│", "┌─", "→", "·", "…"),
  /** For all others. */
  ASCII("ok", "FAIL", "!", "-", "|", "-->", "->", "-", "...");

  private final String pass;
  private final String fail;
  private final String error;
  private final String skip;
  private final String bar;
  private final String corner;
  private final String arrow;
  private final String dot;
  private final String ellipsis;

  Marks(
      String pass,
      String fail,
      String error,
      String skip,
      String bar,
      String corner,
      String arrow,
      String dot,
      String ellipsis) {
    this.pass = pass;
    this.fail = fail;
    this.error = error;
    this.skip = skip;
    this.bar = bar;
    this.corner = corner;
    this.arrow = arrow;
    this.dot = dot;
    this.ellipsis = ellipsis;
  }

  /** Stands before what passed. */
  public String pass() {
    return pass;
  }

  /** Stands before what failed. */
  public String fail() {
    return fail;
  }

  /** Stands before what could not be checked. */
  public String error() {
    return error;
  }

  /** Stands before what was not tried. */
  public String skip() {
    return skip;
  }

  /** The gutter of a code frame. */
  public String bar() {
    return bar;
  }

  /** Where a code frame begins. */
  public String corner() {
    return corner;
  }

  /** From one to another. */
  public String arrow() {
    return arrow;
  }

  /** Between a name and its title. */
  public String dot() {
    return dot;
  }

  /** In place of what was left out. */
  public String ellipsis() {
    return ellipsis;
  }
}
