package io.labrun.scenario.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a container is connected.
 *
 * @param mode {@code network_mode}; empty where it is on networks or on the engine's default bridge
 * @param attachments the declared networks it joins, in order; the first is its first address
 * @param ports published ports
 * @param expose ports without publishing, {@code 80/tcp}
 * @param macAddress empty for the engine's choice
 * @param dns addresses of name servers
 * @param dnsSearch search domains
 * @param dnsOptions resolver options
 * @param extraHosts {@code host:address} pairs for {@code /etc/hosts}
 */
public record NetworkingSpec(
    Optional<String> mode,
    List<Attachment> attachments,
    List<PortSpec> ports,
    List<String> expose,
    Optional<String> macAddress,
    List<String> dns,
    List<String> dnsSearch,
    List<String> dnsOptions,
    Map<String, String> extraHosts) {

  /**
   * A container's place on a network.
   *
   * @param network the network's key
   * @param ipv4Address a fixed address
   * @param ipv6Address a fixed address
   * @param macAddress a fixed hardware address
   * @param aliases further names it answers to there
   */
  public record Attachment(
      String network,
      Optional<String> ipv4Address,
      Optional<String> ipv6Address,
      Optional<String> macAddress,
      List<String> aliases) {

    static Attachment read(String network, View view) {
      return new Attachment(
          network,
          view.text("ipv4_address"),
          view.text("ipv6_address"),
          view.text("mac_address"),
          view.texts("aliases"));
    }

    /** Whether it asks for an address of its own choice. */
    public boolean isFixed() {
      return ipv4Address.isPresent() || ipv6Address.isPresent();
    }
  }

  static NetworkingSpec read(View view) {
    return read(view, PortSpec.readAll(view));
  }

  static NetworkingSpec ofService(View view) {
    return read(view, PortSpec.readAllOfService(view));
  }

  private static NetworkingSpec read(View view, List<PortSpec> ports) {
    return new NetworkingSpec(
        view.text("network_mode"),
        attachments(view),
        ports,
        view.texts("expose").stream().map(p -> p.contains("/") ? p : p + "/tcp").toList(),
        view.text("mac_address"),
        view.texts("dns"),
        view.texts("dns_search"),
        view.texts("dns_opt"),
        extraHosts(view));
  }

  private static List<Attachment> attachments(View view) {
    List<Attachment> out = new ArrayList<>();
    if (view.map().mapping("networks").isEmpty()) {
      View none = view.view("networks");
      view.texts("networks").forEach(key -> out.add(Attachment.read(key, none)));
      return out;
    }
    View networks = view.view("networks");
    networks
        .map()
        .entries()
        .keySet()
        .forEach(key -> out.add(Attachment.read(key, networks.view(key))));
    return out;
  }

  static Map<String, String> extraHosts(View view) {
    Map<String, String> out = new LinkedHashMap<>();
    boolean equals = view.texts("extra_hosts").stream().anyMatch(item -> item.contains("="));
    view.listOrMap("extra_hosts", equals ? '=' : ':')
        .forEach((host, address) -> out.put(host, address.orElse("")));
    return out;
  }
}
