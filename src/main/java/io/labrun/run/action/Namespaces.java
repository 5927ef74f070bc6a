package io.labrun.run.action;

import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;

/** Knows which probes lose their ground when a container ends. */
final class Namespaces {
  private Namespaces() {}

  /** Lets go of the probes in a container's network namespace, and of those that share it. */
  static void letGo(String key, ActionContext context) {
    context.probes().letGo(key);
    context
        .lab()
        .plan()
        .scenario()
        .containers()
        .forEach(
            (other, declared) -> {
              ContainerSpec spec = ContainerSpec.read(declared, TextResolver.AS_WRITTEN);
              if (spec.networking().mode().filter(("container:" + key)::equals).isPresent()) {
                context.probes().letGo(other);
              }
            });
  }
}
