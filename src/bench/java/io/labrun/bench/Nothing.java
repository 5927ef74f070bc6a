package io.labrun.bench;

/** The quickest program that Java can run. */
public final class Nothing {
  private Nothing() {}

  /** Does nothing. */
  public static void main(String[] args) {}
}
