package io.labrun.run.match;

import io.labrun.event.Mismatch;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import java.util.List;
import java.util.Map;

/** Compares what was expected with what was found (language, "Matchers"). */
public final class Matching {
  private Matching() {}

  /**
   * All expectations that do not hold, each with its place in the scenario.
   *
   * @param expected a value, operators, or a partial map, as written
   * @param actual what was found, as plain Java values: maps, lists, text, numbers, booleans, null
   * @param resolver looks up live values that stand in the expectation
   * @return empty if all holds
   * @throws io.labrun.run.lab.ProblemException if a live value can't be looked up, or a regular
   *     expression is wrong or takes too long
   */
  public static List<Mismatch> match(Data expected, Object actual, TextResolver resolver) {
    Judge judge = new Judge(resolver);
    // A result has fields, one of which, the `json` of an answer, is called like an operator.
    return actual instanceof Map<?, ?> fields
            && expected instanceof Data.Mapping map
            && map.entries().keySet().stream().anyMatch(fields::containsKey)
        ? judge.partial(map, map.span(), "", actual).mismatches()
        : judge.judge(expected, expected.span(), "", actual).mismatches();
  }
}
