package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A port of a host is published once among the containers that start together.
 *
 * <p>One with `start: false` may want a taken port: a scenario can show how that fails.
 */
final class PublishedPortRule implements Rule {

  /** A port that is taken, by whom, and where that stands. */
  private record Taken(PortSpec port, String container, Span span) {
    boolean clashes(PortSpec other) {
      boolean sameHost =
          port.hostIp().isEmpty()
              || other.hostIp().isEmpty()
              || port.hostIp().equals(other.hostIp());
      return sameHost
          && port.published().equals(other.published())
          && port.protocol().equals(other.protocol());
    }
  }

  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    Map<String, List<Taken>> byHost = new HashMap<>();
    for (Resource container : draft.workloads()) {
      List<Taken> taken = byHost.computeIfAbsent(Hosted.host(container), host -> new ArrayList<>());
      if (new View(container.body(), TextResolver.AS_WRITTEN).flag("start", true)) {
        View view = new View(container.body(), TextResolver.AS_WRITTEN);
        view.items("ports").forEach(item -> check(container.key(), item, taken, report));
      }
    }
  }

  private static void check(
      String container, Data item, List<Taken> taken, Consumer<Diagnostic> report) {
    for (PortSpec port : PortSpec.read(item, TextResolver.AS_WRITTEN)) {
      if (port.published().isEmpty()) {
        continue;
      }
      Optional<Taken> earlier = taken.stream().filter(other -> other.clashes(port)).findFirst();
      if (earlier.isPresent()) {
        report.accept(clash(container, item, port, earlier.get()));
        return;
      }
      taken.add(new Taken(port, container, item.span()));
    }
  }

  private static Diagnostic clash(String container, Data item, PortSpec port, Taken earlier) {
    String who = earlier.container().equals(container) ? "" : " by `" + earlier.container() + "`";
    String message =
        "the host's port "
            + port.published().orElseThrow()
            + "/"
            + port.protocol()
            + " is taken already"
            + who;
    return Diagnostic.at(item.span(), "duplicate-port", message)
        .label("see line " + earlier.span().line());
  }
}
