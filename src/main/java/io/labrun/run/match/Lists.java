package io.labrun.run.match;

import java.util.Map;
import java.util.Optional;

/**
 * Operators on the elements of a list, or the values of a map.
 *
 * <p>None of them holds of an empty one: a claim about no element at all proves nothing.
 */
final class Lists {
  private Lists() {}

  static Judgement all(Claim claim) {
    Optional<Map<String, Object>> elements = some(claim);
    if (elements.isEmpty()) {
      return nothing(claim);
    }
    Judgement all = Judgement.HOLDS;
    for (Map.Entry<String, Object> element : elements.get().entrySet()) {
      all = all.and(claim.inside(claim.operand(), element.getKey(), element.getValue()));
    }
    return all;
  }

  static Judgement any(Claim claim) {
    return some(claim).map(elements -> one(claim, elements)).orElseGet(() -> nothing(claim));
  }

  static Judgement none(Claim claim) {
    Optional<Map<String, Object>> elements = some(claim);
    if (elements.isEmpty()) {
      return nothing(claim);
    }
    Judgement one = one(claim, elements.get());
    return one.truth() == Truth.UNKNOWN ? one : claim.judged(one.truth().not(), claim.words());
  }

  /** That some element matches the operand; where nobody can say, why not. */
  static Judgement one(Claim claim, Map<String, Object> elements) {
    Judgement unknown = null;
    for (Map.Entry<String, Object> element : elements.entrySet()) {
      Judgement one = claim.inside(claim.operand(), element.getKey(), element.getValue());
      if (one.truth() == Truth.YES) {
        return one;
      }
      unknown = one.truth() == Truth.UNKNOWN && unknown == null ? one : unknown;
    }
    return unknown == null ? claim.judged(Truth.NO, claim.words()) : unknown;
  }

  private static Optional<Map<String, Object>> some(Claim claim) {
    return claim.elements().filter(elements -> !elements.isEmpty());
  }

  private static Judgement nothing(Claim claim) {
    return claim.elements().isPresent()
        ? claim.undecided(claim.words(), empty(claim) + ", which proves nothing")
        : claim.wrongKind("a list or map with " + claim.words());
  }

  private static String empty(Claim claim) {
    return claim.list().isPresent() ? "an empty list" : "an empty map";
  }
}
