package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A container has at most one mount at a path. */
final class MountTargetRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource container : draft.workloads()) {
      Map<String, Span> seen = new HashMap<>();
      View view = new View(container.body(), TextResolver.AS_WRITTEN);
      for (Data item : view.items("volumes")) {
        String target =
            item instanceof Data.Mapping map
                ? new View(map, TextResolver.AS_WRITTEN).text("target").orElse("")
                : MountSpec.parse(Nets.written(item)).target();
        check(target, item.span(), seen, report);
      }
      for (Data item : view.items("tmpfs")) {
        check(Nets.written(item).split(":", 2)[0], item.span(), seen, report);
      }
    }
  }

  private static void check(
      String target, Span span, Map<String, Span> seen, Consumer<Diagnostic> report) {
    Span earlier = target.startsWith("/") ? seen.putIfAbsent(target, span) : null;
    if (earlier != null) {
      report.accept(
          Diagnostic.at(span, "duplicate-mount", "something is mounted at `" + target + "` already")
              .label("see line " + earlier.line()));
    }
  }
}
