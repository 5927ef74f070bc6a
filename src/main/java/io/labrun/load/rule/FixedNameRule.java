package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A fixed name (`container_name`, `name`) is given to one container, network or volume only. */
final class FixedNameRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    check(draft, draft.scenario().containers().values(), "container_name", report);
    check(draft, draft.scenario().networks().values(), "name", report);
    check(draft, draft.scenario().volumes().values(), "name", report);
  }

  private static void check(
      Draft draft, Collection<Resource> all, String key, Consumer<Diagnostic> report) {
    Map<String, Span> seen = new HashMap<>();
    for (Resource resource : all) {
      Optional<Data> name = resource.body().get(key).filter(draft::isKnown);
      if (name.isPresent()) {
        Span span = name.get().span();
        Span earlier = seen.putIfAbsent(Nets.written(name.get()), span);
        if (earlier != null) {
          report.accept(
              Diagnostic.at(
                      span,
                      "duplicate-name",
                      "the name `" + Nets.written(name.get()) + "` is given twice")
                  .label("see line " + earlier.line()));
        }
      }
    }
  }
}
