package io.labrun.scenario;

import io.labrun.source.Span;
import java.util.Map;

/**
 * A check or an action as written: its kind and what it is given.
 *
 * @param kind the word that names it: {@code reach}, {@code start} ...
 * @param kindSpan where that word stands
 * @param argument what follows it
 */
public record Call(String kind, Span kindSpan, Data argument) {

  /** The argument as a map; an empty one where it is not a map. */
  public Data.Mapping arguments() {
    return argument instanceof Data.Mapping mapping
        ? mapping
        : new Data.Mapping(Map.of(), argument.span());
  }
}
