package io.labrun.plan;

import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkingSpec.Attachment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which containers are on which network once all is set up.
 *
 * @param containers what is said of each, by key
 */
record Members(Map<String, ContainerSpec> containers) {

  /** The containers that are made while setting up, in the order of the file. */
  List<String> started() {
    return containers.keySet().stream().filter(key -> containers.get(key).start()).toList();
  }

  /** Those of them that are on a network. */
  List<String> of(String network) {
    return started().stream().filter(key -> attachment(key, network).isPresent()).toList();
  }

  /** Whether a container has a fixed address on a network. */
  boolean isFixed(String key, String network) {
    return attachment(key, network).map(Attachment::isFixed).orElse(false);
  }

  private Optional<Attachment> attachment(String key, String network) {
    return containers.get(key).networking().attachments().stream()
        .filter(a -> a.network().equals(network))
        .findFirst();
  }
}
