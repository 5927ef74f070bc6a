package io.labrun.load.rule;

import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.ServiceSpec;
import java.util.HashSet;
import java.util.Set;

/** The further names under which containers may be found on their networks. */
final class Aliases {
  private Aliases() {}

  static Set<String> of(Scenario scenario) {
    Set<String> out = new HashSet<>();
    for (Resource container : scenario.containers().values()) {
      ContainerSpec spec = ContainerSpec.read(container, TextResolver.AS_WRITTEN);
      spec.containerName().ifPresent(out::add);
      spec.process().hostname().ifPresent(out::add);
      spec.networking().attachments().forEach(attachment -> out.addAll(attachment.aliases()));
      out.addAll(spec.networking().extraHosts().keySet());
    }
    for (Resource service : scenario.services().values()) {
      ServiceSpec spec = ServiceSpec.read(service, TextResolver.AS_WRITTEN);
      spec.networking().attachments().forEach(attachment -> out.addAll(attachment.aliases()));
      out.addAll(spec.networking().extraHosts().keySet());
    }
    return out;
  }
}
