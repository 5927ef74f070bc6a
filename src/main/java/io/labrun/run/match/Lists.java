package io.labrun.run.match;

import java.util.List;
import java.util.Optional;

/**
 * Operators on the elements of a list.
 *
 * <p>None of them holds of an empty list: a claim about no element at all proves nothing.
 */
final class Lists {
  private Lists() {}

  static Judgement all(Claim claim) {
    Optional<List<?>> list = claim.list().filter(items -> !items.isEmpty());
    if (list.isEmpty()) {
      return nothing(claim);
    }
    Judgement all = Judgement.HOLDS;
    for (int i = 0; i < list.get().size(); i++) {
      String path = Paths.item(claim.path(), i);
      all = all.and(claim.inside(claim.operand(), path, list.get().get(i)));
    }
    return all;
  }

  static Judgement any(Claim claim) {
    Optional<List<?>> list = claim.list().filter(items -> !items.isEmpty());
    return list.isEmpty() ? nothing(claim) : some(claim, list.get());
  }

  static Judgement none(Claim claim) {
    Optional<List<?>> list = claim.list().filter(items -> !items.isEmpty());
    if (list.isEmpty()) {
      return nothing(claim);
    }
    Judgement some = some(claim, list.get());
    return some.truth() == Truth.UNKNOWN ? some : claim.judged(some.truth().not(), claim.words());
  }

  /** That some element matches the operand; where nobody can say, why not. */
  static Judgement some(Claim claim, List<?> items) {
    Judgement unknown = null;
    for (int i = 0; i < items.size(); i++) {
      Judgement one = claim.inside(claim.operand(), Paths.item(claim.path(), i), items.get(i));
      if (one.truth() == Truth.YES) {
        return one;
      }
      unknown = one.truth() == Truth.UNKNOWN && unknown == null ? one : unknown;
    }
    return unknown == null ? claim.judged(Truth.NO, claim.words()) : unknown;
  }

  private static Judgement nothing(Claim claim) {
    return claim.list().isPresent()
        ? claim.undecided(claim.words(), "an empty list, which proves nothing")
        : claim.wrongKind("a list with " + claim.words());
  }
}
