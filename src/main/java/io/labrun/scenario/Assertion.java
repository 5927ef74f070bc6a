package io.labrun.scenario;

import io.labrun.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One claim: actions that come first, one check, and what is expected of its result.
 *
 * @param name what is claimed, in the author's words
 * @param span the whole list item
 * @param actions what is done before the check, in order
 * @param check the check
 * @param expect what is expected of each subject's result; empty for the check's default
 * @param across how the results of several subjects compare: field to {@code same} or {@code
 *     distinct}; empty where nothing is said
 * @param timing what is said of time, before defaults
 * @param hints what to tell a student when it does not hold, one after another
 * @param needs names of assertions that must have passed
 * @param level what a failure means
 * @param points what it is worth; 1 unless said otherwise
 * @param stop whether nothing after it is tried when it does not hold
 * @param capture result fields to keep for later steps: name to field
 */
public record Assertion(
    Named name,
    Span span,
    List<Call> actions,
    Call check,
    Optional<Data> expect,
    Optional<Data.Mapping> across,
    Timing timing,
    List<LocalText> hints,
    List<Named> needs,
    Level level,
    int points,
    boolean stop,
    List<Capture> capture) {

  /**
   * A result field kept under a name.
   *
   * @param name the name, with its place
   * @param field the field of the check's result
   */
  public record Capture(Named name, Named field) {}
}
