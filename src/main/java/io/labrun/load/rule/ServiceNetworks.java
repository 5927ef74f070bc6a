package io.labrun.load.rule;

import io.labrun.load.schema.Names;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.function.Consumer;

/** A service's networks span its swarm: overlay networks, or external ones. */
final class ServiceNetworks {
  private ServiceNetworks() {}

  static void check(Draft draft, Resource service, Consumer<Diagnostic> report) {
    Nets.named(service).forEach((key, span) -> check(draft, service, key, span, report));
  }

  private static void check(
      Draft draft, Resource service, String key, Span span, Consumer<Diagnostic> report) {
    Resource network = draft.scenario().networks().get(key);
    if (network == null || !draft.isWhole(network.body())) {
      return;
    }
    NetworkSpec spec = NetworkSpec.read(network, TextResolver.AS_WRITTEN);
    if (!spec.external() && spec.driver().filter("overlay"::equals).isEmpty()) {
      String what = "the network `" + key + "` is on one host only, and a service spans its swarm";
      report.accept(
          Diagnostic.at(span, "not-overlay", what)
              .label("see line " + network.keySpan().line())
              .help("Give that network `driver: overlay`."));
    } else if (Hosted.isInSwarm(draft, network) != Hosted.isInSwarm(draft, service)) {
      report.accept(Hosted.elsewhere(service, Names.NETWORK, network, span));
    }
  }
}
