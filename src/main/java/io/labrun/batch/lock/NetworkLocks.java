package io.labrun.batch.lock;

import io.labrun.batch.lock.ThingLock.Kind;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.NetworkSpec;
import io.labrun.scenario.spec.NetworkingSpec;
import io.labrun.scenario.spec.NetworkingSpec.Attachment;
import io.labrun.scenario.spec.Subnet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What networks take for themselves: subnets, names, interfaces, addresses. */
final class NetworkLocks {
  private static final String BRIDGE = "com.docker.network.bridge.name";
  private static final String PARENT = "parent";

  private final TextResolver early;
  private final Map<String, String> names;
  private final Set<Lock> locks;

  /**
   * Finds locks.
   *
   * @param names the networks' full names by key
   * @param locks where what is found is put
   */
  NetworkLocks(TextResolver early, Map<String, String> names, Set<Lock> locks) {
    this.early = early;
    this.names = names;
    this.locks = locks;
  }

  /** Finds those of a network. */
  void add(Resource network) {
    NetworkSpec spec = NetworkSpec.read(network, early);
    if (spec.external() || spec.name().isPresent()) {
      locks.add(new ThingLock(Kind.NETWORK_NAME, names.get(network.key()), spec.external()));
    }
    spec.pools().stream()
        .flatMap(pool -> pool.subnet().flatMap(Subnet::parse).stream())
        .map(SubnetLock::new)
        .forEach(locks::add);
    Stream.of(BRIDGE, PARENT)
        .map(spec.options()::get)
        .filter(name -> name != null && !name.isEmpty() && !name.contains("${"))
        .map(name -> ThingLock.of(Kind.INTERFACE, name))
        .forEach(locks::add);
  }

  /** Finds the fixed addresses of a container on networks that exist already. */
  void fixed(NetworkingSpec networking, Map<String, Resource> networks) {
    for (Attachment place : networking.attachments()) {
      Resource network = networks.get(place.network());
      if (network != null && NetworkSpec.read(network, early).external()) {
        Stream.of(place.ipv4Address(), place.ipv6Address())
            .flatMap(address -> address.stream())
            .map(address -> address + " on " + names.get(place.network()))
            .map(address -> ThingLock.of(Kind.ADDRESS, address))
            .forEach(locks::add);
      }
    }
  }
}
