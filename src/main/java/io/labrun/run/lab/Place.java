package io.labrun.run.lab;

import io.labrun.run.engine.Tree;
import java.util.List;
import java.util.Optional;

/**
 * A container's place on a network, as the engine tells it.
 *
 * @param network the network's key; its full name where the scenario does not declare it
 * @param networkId its id
 * @param ip its IPv4 address; empty while it does not run
 * @param ipv6 its IPv6 address
 * @param mac its MAC address; empty while it does not run
 * @param gateway the IPv4 gateway
 * @param aliases names it answers to there
 */
public record Place(
    String network,
    String networkId,
    Optional<String> ip,
    Optional<String> ipv6,
    Optional<String> mac,
    Optional<String> gateway,
    List<String> aliases) {

  static Place read(String network, Tree endpoint) {
    return new Place(
        network,
        endpoint.text("NetworkID").orElse(""),
        endpoint.text("IPAddress"),
        endpoint.text("GlobalIPv6Address"),
        endpoint.text("MacAddress"),
        endpoint.text("Gateway"),
        endpoint.items("Aliases").stream().map(alias -> alias.value().toString()).toList());
  }

  /** Its IPv4 address, else its IPv6 address. */
  public Optional<String> address() {
    return ip.or(() -> ipv6);
  }
}
