package io.labrun.load.rule;

import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;

/** On which host a network, volume or container is placed, and what to say where that matters. */
final class Hosted {
  private Hosted() {}

  /** The host's key; empty for the main engine. */
  static String host(Resource resource) {
    return view(resource).text("host").orElse("");
  }

  /** Whether two are on the same engine. */
  static boolean together(Resource one, Resource other) {
    return host(one).equals(host(other));
  }

  /** Whether it is on a host that belongs to the swarm. */
  static boolean isInSwarm(Draft draft, Resource resource) {
    Resource host = draft.scenario().hosts().get(host(resource));
    return host != null && view(host).text("swarm").isPresent();
  }

  /** The mistake that a container uses something of another host. */
  static Diagnostic elsewhere(Resource container, String kind, Resource other, Span span) {
    String what = "the %s `%s` is not where `%s` is".formatted(kind, other.key(), container.key());
    String label = "`%s` is %s, `%s` is %s";
    return Diagnostic.at(span, "elsewhere", what)
        .label(label.formatted(container.key(), where(container), other.key(), where(other)));
  }

  private static String where(Resource resource) {
    return host(resource).isEmpty() ? "on the main engine" : "on " + host(resource);
  }

  private static View view(Resource resource) {
    return new View(resource.body(), TextResolver.AS_WRITTEN);
  }
}
