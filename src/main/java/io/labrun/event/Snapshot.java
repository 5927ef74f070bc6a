package io.labrun.event;

import java.util.List;
import java.util.Optional;

/**
 * What stood of a lab at one moment.
 *
 * @param networks those that stood, in the order of the plan
 * @param containers those that stood, in the order of the plan; tasks of services too
 */
public record Snapshot(List<Network> networks, List<Container> containers) {

  /**
   * A network that stood.
   *
   * @param key its key
   * @param driver its driver
   * @param subnets its subnets in CIDR notation; may be empty
   */
  public record Network(String key, String driver, List<String> subnets) {}

  /**
   * A container that stood.
   *
   * @param key its key, or a task's name such as {@code web.1}
   * @param host the key of the host it was on; empty for the main engine
   * @param status in the engine's word, such as {@code running}
   * @param exitCode of one that has ended
   * @param addresses one for each network that it was on
   * @param log the last lines it printed, raw: not safe for a terminal; may be empty
   */
  public record Container(
      String key,
      String host,
      String status,
      Optional<Integer> exitCode,
      List<Address> addresses,
      List<String> log) {}

  /**
   * Where a container was on a network.
   *
   * @param network the network's key; its full name if it is not the lab's own
   * @param ip empty where it had none
   * @param mac empty where it had none
   */
  public record Address(String network, String ip, String mac) {}
}
