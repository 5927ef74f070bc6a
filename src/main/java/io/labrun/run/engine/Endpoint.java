package io.labrun.run.engine;

import java.util.List;
import java.util.Optional;

/**
 * A container's place on a network.
 *
 * @param networkId the network's id or full name
 * @param aliases names it answers to there
 * @param ipv4Address a fixed address, else the engine chooses
 * @param ipv6Address a fixed address, else the engine chooses
 * @param macAddress a fixed hardware address, else the engine chooses
 */
public record Endpoint(
    String networkId,
    List<String> aliases,
    Optional<String> ipv4Address,
    Optional<String> ipv6Address,
    Optional<String> macAddress) {

  /** A place without wishes. */
  public static Endpoint on(String networkId, List<String> aliases) {
    return new Endpoint(networkId, aliases, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
