package io.labrun.plan;

import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import java.util.stream.Stream;

/** Finds the action that a check {@code attempt} tries. */
final class Attempted {
  private Attempted() {}

  /** The action; nothing for another check. */
  static Stream<Call> of(Assertion assertion) {
    return assertion.check().kind().equals("attempt")
        ? assertion.check().arguments().entries().values().stream()
            .map(entry -> new Call(entry.key(), entry.keySpan(), entry.value()))
        : Stream.of();
  }
}
