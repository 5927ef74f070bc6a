package io.labrun.run.require;

import java.util.Map;
import java.util.Optional;

/**
 * Attaches a container to a network of a driver, to see whether the driver works.
 *
 * <p>No subnet of a lab's own LAN is of the engine's choice: it would not be free for a scenario
 * that asks for it.
 *
 * <p>That a driver is listed says little: engines list ipvlan and make such networks even where the
 * kernel has no ipvlan, and only attaching a container fails.
 *
 * @param lab where it is tried
 * @param driver the driver
 */
public record NetworkTrial(ThrowAwayLab lab, String driver) {
  /** Set apart for measurements (RFC 2544): no real network has them. */
  private static final String NOBODYS = "198.18.%d.0/24";

  private static final String NOBODYS_LAN = "198.19.%d.0/24";

  private static final String BRIDGE_NAME = "com.docker.network.bridge.name";

  /**
   * Makes what the driver needs to be tried at all: for macvlan and ipvlan a LAN of the lab's own,
   * since the machine's real card is never touched. The bridge has a carrier, and so can be a
   * parent, only while a container runs on it.
   *
   * @return options of the network to try
   * @throws io.labrun.run.engine.EngineException if even that can't be made
   */
  public Map<String, String> prepare() {
    if (!driver.equals("macvlan") && !driver.equals("ipvlan")) {
      return Map.of();
    }
    String card = "lrd-" + lab.id();
    Optional<String> subnet = Optional.of(NOBODYS_LAN.formatted(lab.number()));
    String lan = lab.network("lan", "bridge", Map.of(BRIDGE_NAME, card), subnet);
    lab.container("router", lan);
    return Map.of("parent", card);
  }

  /** Podman takes a LAN without a subnet for one whose own DHCP server gives the addresses. */
  private Optional<String> subnet(Map<String, String> options) {
    return options.isEmpty() ? Optional.empty() : Optional.of(NOBODYS.formatted(lab.number()));
  }

  /**
   * Attaches a container.
   *
   * @param options those that {@link #prepare} gave
   * @throws io.labrun.run.engine.EngineException if that does not work
   */
  public void attach(Map<String, String> options) {
    lab.container("guest", lab.network("guests", driver, options, subnet(options)));
  }
}
