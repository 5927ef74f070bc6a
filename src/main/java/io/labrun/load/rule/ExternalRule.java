package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What exists already (`external: true`) is only named: nothing else said of it could hold. */
final class ExternalRule implements Rule {
  private static final List<String> ALLOWED = List.of("external", "name");

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Stream.concat(
            draft.scenario().networks().values().stream(),
            draft.scenario().volumes().values().stream())
        .filter(resource -> new View(resource.body(), TextResolver.AS_WRITTEN).flag("external"))
        .forEach(resource -> check(resource, report));
  }

  private static void check(Resource resource, Consumer<Diagnostic> report) {
    for (Data.Entry entry : resource.body().entries().values()) {
      if (!ALLOWED.contains(entry.key()) && !entry.key().startsWith("x-")) {
        report.accept(
            Diagnostic.at(
                    entry.keySpan(),
                    "external",
                    "`" + entry.key() + "` cannot be said of what exists already")
                .label("`" + resource.key() + "` is external: only its `name` can be given"));
      }
    }
  }
}
