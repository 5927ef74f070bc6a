package io.labrun.run.match;

/**
 * Whether an expectation holds, in Kleene's three-valued logic.
 *
 * <p>What can't be decided is not true, and its denial is not true either: {@code not: {gt: 5}}
 * does not hold of a word, and {@code not: exited} does not hold of a field that is not there.
 */
enum Truth {
  YES,
  NO,
  UNKNOWN;

  static Truth of(boolean holds) {
    return holds ? YES : NO;
  }

  Truth and(Truth other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES ? other : UNKNOWN;
  }

  Truth or(Truth other) {
    return not().and(other.not()).not();
  }

  Truth not() {
    return switch (this) {
      case YES -> NO;
      case NO -> YES;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
