package io.labrun.load.rule;

import io.labrun.scenario.Resource;
import io.labrun.source.Diagnostic;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A host and a container have different keys: either may be where a check looks from, and both are
 * called `RUN-KEY` on the engine.
 */
final class HostNameRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Map<String, Resource> containers = draft.scenario().containers();
    for (Resource host : draft.scenario().hosts().values()) {
      if (containers.containsKey(host.key())) {
        report.accept(
            Diagnostic.at(
                    containers.get(host.key()).keySpan(),
                    "duplicate-name",
                    "a host and a container are both called `" + host.key() + "`")
                .label("the host is declared in line " + host.keySpan().line()));
      }
    }
  }
}
