package io.labrun.run.match;

import io.labrun.event.Mismatch;
import io.labrun.scenario.Data;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Operators on any value. */
final class Generals {
  private Generals() {}

  static Judgement equal(Claim claim) {
    Object wanted = claim.wanted();
    String words = Show.beside(claim.actual(), wanted);
    boolean comparable = wanted == null || Show.isAlike(wanted, claim.actual());
    return claim.judged(
        comparable ? Truth.of(Equality.deep(wanted, claim.actual())) : Truth.UNKNOWN, words);
  }

  static Judgement not(Claim claim) {
    Judgement inner = claim.inside(claim.operand(), claim.path(), claim.actual());
    return inner.truth() == Truth.UNKNOWN
        ? new Judgement(inner.truth(), inner.mismatches().stream().map(m -> not(claim, m)).toList())
        : claim.judged(inner.truth().not(), claim.words());
  }

  private static Mismatch not(Claim claim, Mismatch m) {
    boolean same = m.path().equals(claim.path());
    return new Mismatch(
        m.span(), m.path(), same ? claim.words() : "not " + m.expected(), m.found());
  }

  static Judgement oneOf(Claim claim) {
    Truth truth = Truth.NO;
    for (Data choice : claim.wantedItems()) {
      truth = truth.or(claim.inside(choice, claim.path(), claim.actual()).truth());
    }
    return claim.judged(truth, claim.words());
  }

  static Judgement length(Claim claim) {
    OptionalLong length = lengthOf(claim.actual());
    return length.isPresent()
        ? claim.inside(claim.operand(), Paths.field(claim.path(), "length"), length.getAsLong())
        : claim.wrongKind(claim.words());
  }

  static Judgement empty(Claim claim) {
    boolean wanted = Boolean.TRUE.equals(claim.wanted());
    String words = claim.words();
    OptionalLong length = lengthOf(claim.actual());
    if (length.isEmpty() && claim.actual() != null) {
      return claim.wrongKind(words);
    }
    return claim.decided((length.orElse(0) == 0) == wanted, words);
  }

  static Judgement type(Claim claim) {
    return ValueType.of(claim.wantedText())
        .map(type -> claim.decided(type.isTypeOf(claim.actual()), claim.words()))
        .orElseGet(() -> claim.undecided(claim.words(), noType(claim.wantedText())));
  }

  private static String noType(String written) {
    return "`type` is an operator here and knows no `%s`; for a field: `contains: {type: %s}`"
        .formatted(written, written);
  }

  private static OptionalLong lengthOf(Object value) {
    if (value instanceof String text) {
      String counted = Plain.chomp(text);
      return OptionalLong.of(counted.codePointCount(0, counted.length()));
    }
    if (value instanceof List<?> list) {
      return OptionalLong.of(list.size());
    }
    return value instanceof Map<?, ?> map ? OptionalLong.of(map.size()) : OptionalLong.empty();
  }
}
