package io.labrun.load.rule;

import io.labrun.source.Diagnostic;
import java.util.function.Consumer;

/**
 * Something that must hold of a scenario beyond its schema.
 *
 * <p>A rule sees only what the schema allows: what is wrong by the schema is not there any more,
 * and a rule must not complain of its absence.
 */
@FunctionalInterface
interface Rule {
  /** Reports each place where the rule is broken. */
  void check(Draft draft, Consumer<Diagnostic> report);
}
