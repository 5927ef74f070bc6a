package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Each assertion has a name of its own. */
final class AssertionNameRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Map<String, Span> seen = new HashMap<>();
    for (View item : new View(draft.root(), TextResolver.AS_WRITTEN).views("assertions")) {
      item.map().get("name").ifPresent(name -> check(name, seen, report));
    }
  }

  private static void check(Data name, Map<String, Span> seen, Consumer<Diagnostic> report) {
    Span earlier = seen.putIfAbsent(Nets.written(name), name.span());
    if (earlier != null) {
      report.accept(
          Diagnostic.at(
                  name.span(),
                  "duplicate-name",
                  "two assertions are called `" + Nets.written(name) + "`")
              .label("see line " + earlier.line()));
    }
  }
}
