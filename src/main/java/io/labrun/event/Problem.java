package io.labrun.event;

import io.labrun.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Why something could not be done.
 *
 * @param what what could not be done, one sentence without a full stop
 * @param details further facts, such as the engine's words or the end of a log; may be empty
 * @param help what to do; may be empty
 * @param span the place in the scenario that asked for it
 */
public record Problem(String what, List<String> details, List<String> help, Optional<Span> span) {

  /** A problem in one sentence. */
  public static Problem of(String what) {
    return new Problem(what, List.of(), List.of(), Optional.empty());
  }

  /** The same with further facts. */
  public Problem details(List<String> lines) {
    return new Problem(what, List.copyOf(lines), help, span);
  }

  /** The same with what to do. */
  public Problem help(String... lines) {
    return new Problem(what, details, List.of(lines), span);
  }

  /** The same with its place, unless it has one. */
  public Problem at(Span place) {
    return span.isPresent() ? this : new Problem(what, details, help, Optional.of(place));
  }
}
