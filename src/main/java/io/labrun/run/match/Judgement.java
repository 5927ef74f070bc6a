package io.labrun.run.match;

import io.labrun.event.Mismatch;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of one expectation.
 *
 * @param truth whether it holds
 * @param mismatches why not; empty if it does
 */
record Judgement(Truth truth, List<Mismatch> mismatches) {
  static final Judgement HOLDS = new Judgement(Truth.YES, List.of());

  static Judgement fails(Truth truth, Mismatch mismatch) {
    return truth == Truth.YES ? HOLDS : new Judgement(truth, List.of(mismatch));
  }

  /** Whether both hold, with the mismatches of both. */
  Judgement and(Judgement other) {
    List<Mismatch> both = new ArrayList<>(mismatches);
    both.addAll(other.mismatches);
    return new Judgement(truth.and(other.truth), both);
  }
}
