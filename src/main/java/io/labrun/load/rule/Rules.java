package io.labrun.load.rule;

import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/** All rules. */
public final class Rules {
  private static final List<Rule> ALL = List.of();

  private Rules() {}

  /** Reports each place where a rule is broken, in no order. */
  public static void check(Draft draft, Consumer<Diagnostic> report) {
    ALL.forEach(rule -> rule.check(draft, report));
  }
}
