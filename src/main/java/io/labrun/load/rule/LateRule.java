package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.Optional;
import java.util.function.Consumer;

/** A container that is made with the rest uses no network or volume that is created later. */
final class LateRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource container : draft.workloads()) {
      View view = new View(container.body(), TextResolver.AS_WRITTEN);
      if (view.flag("start", true) && draft.isWhole(container.body())) {
        networks(draft, container, report);
        view.items("volumes").forEach(mount -> volume(draft, container, mount, report));
      }
    }
  }

  private static void networks(Draft draft, Resource container, Consumer<Diagnostic> report) {
    Optional<Data> value = container.body().get("networks");
    if (value.isPresent() && value.get() instanceof Data.Mapping map) {
      map.entries().values().forEach(e -> network(draft, container, e.key(), e.keySpan(), report));
    } else if (value.isPresent() && value.get() instanceof Data.Seq seq) {
      seq.items().forEach(i -> network(draft, container, Nets.written(i), i.span(), report));
    }
  }

  private static void network(
      Draft draft, Resource container, String key, Span span, Consumer<Diagnostic> report) {
    if (isLate(draft.scenario().networks().get(key))) {
      report.accept(
          mistake(container, Names.NETWORK, key, span)
              .help(
                  isService(draft, container)
                      ? later(draft, container, key)
                      : new String[] {
                        "Give `%s` `start: false` too and `start` it after `%s` is created,"
                            .formatted(container.key(), key),
                        "or leave the network out here and `connect` it then."
                      }));
    }
  }

  private static void volume(
      Draft draft, Resource container, Data mount, Consumer<Diagnostic> report) {
    if (mount instanceof Data.Text text) {
      String source = MountSpec.parse(text.template().asWritten()).source();
      volume(draft, container, source, VolumeReferenceRule.sourceSpan(text, source), report);
    } else if (mount instanceof Data.Mapping map) {
      String source = new View(map, TextResolver.AS_WRITTEN).text("source").orElse("");
      volume(draft, container, source, map.spanOfValue("source"), report);
    }
  }

  private static void volume(
      Draft draft, Resource container, String key, Span span, Consumer<Diagnostic> report) {
    if (isLate(draft.scenario().volumes().get(key))) {
      report.accept(mistake(container, Names.VOLUME, key, span).help(later(draft, container, key)));
    }
  }

  private static String[] later(Draft draft, Resource container, String key) {
    String action = isService(draft, container) ? "create" : "start";
    return new String[] {
      "Give `%s` `start: false` too and `%s` it after `%s` is created."
          .formatted(container.key(), action, key)
    };
  }

  private static boolean isService(Draft draft, Resource container) {
    return draft.scenario().services().get(container.key()) == container;
  }

  /** Whether an action makes a network or volume; not one that is not declared. */
  private static boolean isLate(Resource resource) {
    return resource != null
        && !new View(resource.body(), TextResolver.AS_WRITTEN).flag("start", true);
  }

  private static Diagnostic mistake(Resource container, String kind, String key, Span span) {
    return Diagnostic.at(
            span,
            "made-later",
            "`%s` is made before the %s `%s`".formatted(container.key(), kind, key))
        .label("`" + key + "` has `start: false`");
  }
}
