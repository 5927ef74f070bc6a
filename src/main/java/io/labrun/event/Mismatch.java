package io.labrun.event;

import io.labrun.source.Span;

/**
 * One expectation that did not hold.
 *
 * @param span the expectation in the scenario; the check itself where {@code expect} was left out
 * @param path the field it is about, such as {@code body.items[2].name}; empty for the whole result
 * @param expected what was expected, in words or as a value on one line or several
 * @param found what was found, likewise
 */
public record Mismatch(Span span, String path, String expected, String found) {
  /** What is found where there is no value. */
  public static final String NO_VALUE = "nothing (null)";
}
