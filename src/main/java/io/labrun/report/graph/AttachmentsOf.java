package io.labrun.report.graph;

import io.labrun.event.Snapshot;
import io.labrun.report.graph.NetworksOf.BuiltIn;
import io.labrun.report.graph.Topology.Attachment;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.spec.NetworkingSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds on which networks a container is.
 *
 * @param scenario says which networks there are
 */
record AttachmentsOf(Scenario scenario) {
  private static final String SHARED = "container:";
  private static final Set<String> PLUMBING = Set.of("docker_gwbridge", "ingress");

  /** The key of the container whose network it shares. */
  static Optional<String> shares(NetworkingSpec spec) {
    return spec.mode()
        .filter(mode -> mode.startsWith(SHARED))
        .map(mode -> mode.substring(SHARED.length()));
  }

  /** What the scenario says of one on a host; none of one that shares another's network. */
  List<Attachment> planned(NetworkingSpec spec, String host) {
    if (shares(spec).isPresent()) {
      return List.of();
    }
    if (spec.attachments().isEmpty()) {
      String name = spec.mode().orElse("bridge");
      return List.of(new Attachment(new BuiltIn(name, host).id(), "", ""));
    }
    return spec.attachments().stream()
        .map(
            a ->
                new Attachment(
                    a.network(),
                    a.ipv4Address().or(a::ipv6Address).orElse(""),
                    a.macAddress().orElse("")))
        .toList();
  }

  /** What was seen of one; none of one that shares another's network. */
  List<Attachment> seen(Snapshot.Container seen, NetworkingSpec spec) {
    if (shares(spec).isPresent()) {
      return List.of();
    }
    return seen.addresses().stream()
        .filter(address -> !PLUMBING.contains(address.network()))
        .map(address -> new Attachment(network(address, seen.host()), address.ip(), address.mac()))
        .toList();
  }

  private String network(Snapshot.Address address, String host) {
    return scenario.networks().containsKey(address.network())
        ? address.network()
        : new BuiltIn(address.network(), host).id();
  }
}
