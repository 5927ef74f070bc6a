package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.Call;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.function.Consumer;

/**
 * A container's networks are on its own host; only an overlay network is on every host of its
 * swarm, for containers where it is `attachable`. A service has overlay networks only.
 */
final class PlacedNetworkRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource container : draft.scenario().containers().values()) {
      if (draft.isWhole(container.body())) {
        networks(draft, container, report);
      }
    }
    for (Resource service : draft.scenario().services().values()) {
      if (draft.isWhole(service.body())) {
        ServiceNetworks.check(draft, service, report);
      }
    }
    Calls.all(draft.scenario()).stream()
        .filter(call -> call.kind().equals("connect"))
        .forEach(call -> connect(draft, call, report));
  }

  private static void networks(Draft draft, Resource container, Consumer<Diagnostic> report) {
    Nets.named(container).forEach((key, span) -> network(draft, container, key, span, report));
  }

  private static void connect(Draft draft, Call call, Consumer<Diagnostic> report) {
    View view = new View(call.arguments(), TextResolver.AS_WRITTEN);
    Resource container = draft.scenario().containers().get(view.text("container").orElse(""));
    if (container != null) {
      Span span = call.arguments().spanOfValue("network");
      network(draft, container, view.text("network").orElse(""), span, report);
    }
  }

  private static void network(
      Draft draft, Resource container, String key, Span span, Consumer<Diagnostic> report) {
    Resource network = draft.scenario().networks().get(key);
    if (network == null || !draft.isWhole(network.body())) {
      return;
    }
    View view = new View(network.body(), TextResolver.AS_WRITTEN);
    if (view.text("driver").filter("overlay"::equals).isEmpty()) {
      local(container, network, span, report);
    } else if (!view.flag("external") && !view.flag("attachable")) {
      report.accept(
          Diagnostic.at(span, "not-attachable", "containers cannot join the overlay `" + key + "`")
              .label("it is for services only")
              .help("With `attachable: true` at the network they can."));
    } else if (Hosted.isInSwarm(draft, network) && !Hosted.isInSwarm(draft, container)) {
      report.accept(
          Hosted.elsewhere(container, Names.NETWORK, network, span)
              .help("An overlay is on the hosts with `swarm: manager` or `swarm: worker`."));
    }
  }

  private static void local(
      Resource container, Resource network, Span span, Consumer<Diagnostic> report) {
    if (!Hosted.together(network, container)) {
      report.accept(
          Hosted.elsewhere(container, Names.NETWORK, network, span)
              .help("Only a network with `driver: overlay` spans several hosts."));
    }
  }
}
