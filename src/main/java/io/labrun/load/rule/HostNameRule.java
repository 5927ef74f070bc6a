package io.labrun.load.rule;

import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.source.Diagnostic;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A host, a container and a service have different keys: each may be where a check looks from, and
 * all are called `RUN-KEY` on the engine.
 */
final class HostNameRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Scenario scenario = draft.scenario();
    clash(scenario.hosts(), "host", scenario.containers(), "container", report);
    clash(scenario.hosts(), "host", scenario.services(), "service", report);
    clash(scenario.containers(), "container", scenario.services(), "service", report);
  }

  private static void clash(
      Map<String, Resource> first,
      String kind,
      Map<String, Resource> second,
      String otherKind,
      Consumer<Diagnostic> report) {
    for (Resource resource : first.values()) {
      if (second.containsKey(resource.key())) {
        report.accept(
            Diagnostic.at(
                    second.get(resource.key()).keySpan(),
                    "duplicate-name",
                    "a %s and a %s are both called `%s`".formatted(kind, otherKind, resource.key()))
                .label("the %s is declared in line %d".formatted(kind, resource.keySpan().line())));
      }
    }
  }
}
