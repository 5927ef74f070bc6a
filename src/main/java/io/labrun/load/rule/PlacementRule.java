package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.MountSpec;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.function.Consumer;

/** What a container mounts, and whose namespaces it shares, is on its own host. */
final class PlacementRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource workload : draft.workloads()) {
      if (draft.isWhole(workload.body())) {
        View view = new View(workload.body(), TextResolver.AS_WRITTEN);
        view.items("volumes").forEach(item -> mount(draft, workload, item, report));
      }
    }
    draft.scenario().containers().values().stream()
        .filter(container -> draft.isWhole(container.body()))
        .forEach(container -> namespaces(draft, container, report));
  }

  private static void mount(
      Draft draft, Resource container, Data item, Consumer<Diagnostic> report) {
    MountSpec mount =
        item instanceof Data.Mapping map
            ? MountSpec.longForm(new View(map, TextResolver.AS_WRITTEN))
            : MountSpec.parse(Nets.written(item));
    String host = Hosted.host(container);
    Resource volume = draft.scenario().volumes().get(mount.source());
    if (mount.type() == MountSpec.Type.BIND && !host.isEmpty()) {
      String what = "this machine's files are not on the host `" + host + "`";
      report.accept(
          Diagnostic.at(item.span(), "elsewhere", what)
              .label("a bind mount would show a folder of that host")
              .help("The action `copy` puts files into a container, on whatever host it is."));
    } else if (volume != null && !Hosted.together(volume, container)) {
      report.accept(Hosted.elsewhere(container, Names.VOLUME, volume, item.span()));
    }
  }

  private static void namespaces(Draft draft, Resource container, Consumer<Diagnostic> report) {
    ContainerSpec spec = ContainerSpec.read(container, TextResolver.AS_WRITTEN);
    for (String key : spec.sharesWith()) {
      Resource other = draft.scenario().containers().get(key);
      if (other != null && !Hosted.together(other, container)) {
        report.accept(Hosted.elsewhere(container, Names.CONTAINER, other, span(container, key)));
      }
    }
  }

  /** Where the other container is named. */
  private static Span span(Resource container, String other) {
    String mode = SharedNamespaceRule.PREFIX + other;
    return SharedNamespaceRule.KEYS.stream()
        .filter(
            key -> container.body().get(key).map(Nets::written).filter(mode::equals).isPresent())
        .findFirst()
        .map(container.body()::spanOfValue)
        .orElse(container.keySpan());
  }
}
