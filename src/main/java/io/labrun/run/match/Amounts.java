package io.labrun.run.match;

import io.labrun.scenario.Data;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Operators on numbers, durations and sizes. */
final class Amounts {
  private Amounts() {}

  /** Compares the value with the operand; the test is given the sign of value minus operand. */
  static Judgement compare(Claim claim, IntPredicate test) {
    String words = claim.words();
    OptionalInt sign = Amount.compare(claim.actual(), claim.wanted());
    return sign.isPresent()
        ? claim.decided(test.test(sign.getAsInt()), words)
        : claim.wrongKind(words);
  }

  static Judgement between(Claim claim) {
    String words = claim.words();
    Data least = claim.wantedItems().get(0);
    Data most = claim.wantedItems().get(claim.wantedItems().size() - 1);
    OptionalInt low = Amount.compare(claim.actual(), claim.with(least).wanted());
    OptionalInt high = Amount.compare(claim.actual(), claim.with(most).wanted());
    return low.isPresent() && high.isPresent()
        ? claim.decided(low.getAsInt() >= 0 && high.getAsInt() <= 0, words)
        : claim.wrongKind(words);
  }
}
