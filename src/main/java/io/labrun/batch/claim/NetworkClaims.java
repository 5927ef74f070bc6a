package io.labrun.batch.claim;

import io.labrun.batch.claim.ThingClaim.Kind;
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
final class NetworkClaims {
  private static final String BRIDGE = "com.docker.network.bridge.name";
  private static final String PARENT = "parent";

  private final TextResolver early;
  private final Map<String, String> names;
  private final Set<Claim> claims;

  /**
   * Finds claims.
   *
   * @param names the networks' full names by key
   * @param claims where what is found is put
   */
  NetworkClaims(TextResolver early, Map<String, String> names, Set<Claim> claims) {
    this.early = early;
    this.names = names;
    this.claims = claims;
  }

  /** Finds those of a network. */
  void add(Resource network) {
    NetworkSpec spec = NetworkSpec.read(network, early);
    if (spec.external() || spec.name().isPresent()) {
      claims.add(new ThingClaim(Kind.NETWORK_NAME, names.get(network.key()), spec.external()));
    }
    spec.pools().stream()
        .flatMap(pool -> pool.subnet().flatMap(Subnet::parse).stream())
        .map(SubnetClaim::new)
        .forEach(claims::add);
    Stream.of(BRIDGE, PARENT)
        .map(spec.options()::get)
        .filter(name -> name != null && !name.isEmpty() && !name.contains("${"))
        .map(name -> ThingClaim.of(Kind.INTERFACE, name))
        .forEach(claims::add);
  }

  /** Finds the fixed addresses of a container on networks that exist already. */
  void fixed(NetworkingSpec networking, Map<String, Resource> networks) {
    for (Attachment place : networking.attachments()) {
      Resource network = networks.get(place.network());
      if (network != null && NetworkSpec.read(network, early).external()) {
        Stream.of(place.ipv4Address(), place.ipv6Address())
            .flatMap(address -> address.stream())
            .map(address -> address + " on " + names.get(place.network()))
            .map(address -> ThingClaim.of(Kind.ADDRESS, address))
            .forEach(claims::add);
      }
    }
  }
}
