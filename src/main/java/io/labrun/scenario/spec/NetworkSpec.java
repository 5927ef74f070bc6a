package io.labrun.scenario.spec;

import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network as declared (Compose Specification, {@code networks}).
 *
 * @param name a fixed name, else empty
 * @param external whether it exists already and is only used
 * @param driver its driver; empty for the engine's default
 * @param options the driver's options
 * @param pools its address pools, in order
 * @param ipamDriver the address driver; empty for the engine's default
 * @param ipamOptions options of the address driver
 * @param internal whether it has no way out
 * @param attachable whether containers may join it when it belongs to a swarm
 * @param ipv6 whether IPv6 is on
 * @param labels the author's labels
 * @param host the host it is placed on; empty for the main engine
 * @param start whether it is made with the rest; else an action makes it later
 */
public record NetworkSpec(
    Optional<String> name,
    boolean external,
    Optional<String> driver,
    Map<String, String> options,
    List<Pool> pools,
    Optional<String> ipamDriver,
    Map<String, String> ipamOptions,
    boolean internal,
    boolean attachable,
    boolean ipv6,
    Map<String, String> labels,
    Optional<String> host,
    boolean start) {

  /**
   * An address pool.
   *
   * @param subnet in CIDR form; empty for one of the engine's choice
   * @param gateway the gateway's address
   * @param ipRange the part from which addresses are given
   * @param auxAddresses addresses that are taken, by host name
   */
  public record Pool(
      Optional<String> subnet,
      Optional<String> gateway,
      Optional<String> ipRange,
      Map<String, String> auxAddresses) {}

  /** Reads a declared network. */
  public static NetworkSpec read(Resource network, TextResolver resolver) {
    View view = new View(network.body(), resolver);
    View ipam = view.view("ipam");
    return new NetworkSpec(
        view.text("name"),
        view.flag("external"),
        view.text("driver"),
        view.pairs("driver_opts"),
        ipam.views("config").stream().map(NetworkSpec::pool).toList(),
        ipam.text("driver"),
        ipam.pairs("options"),
        view.flag("internal"),
        view.flag("attachable"),
        view.flag("enable_ipv6"),
        view.pairs("labels"),
        view.text("host"),
        view.flag("start", true));
  }

  private static Pool pool(View view) {
    return new Pool(
        view.text("subnet"),
        view.text("gateway"),
        view.text("ip_range"),
        view.pairs("aux_addresses"));
  }
}
