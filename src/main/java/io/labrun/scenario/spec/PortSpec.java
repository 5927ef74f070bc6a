package io.labrun.scenario.spec;

import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A published port (Compose Specification, {@code ports}).
 *
 * @param hostIp the host's address it listens on; empty for all
 * @param published the host's port, 1 to 65535; empty for one of the engine's choice
 * @param target the container's port, 1 to 65535
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 * @param mode of a service's port: {@code ingress} for all nodes of the swarm, {@code host} for
 *     those that have a task
 */
public record PortSpec(
    Optional<String> hostIp,
    Optional<Integer> published,
    int target,
    String protocol,
    String mode) {

  /** The mode where none is written. */
  public static final String INGRESS = "ingress";

  /** The engine starts a process for each published port: more at once are surely a slip. */
  private static final int MOST_IN_RANGE = 1_000;

  /** All ports of a container. */
  public static List<PortSpec> readAll(View view) {
    return view.items("ports").stream()
        .flatMap(item -> read(item, view.resolver()).stream())
        .toList();
  }

  /** Reads an item of {@code ports} in the short or the long form; empty where it is none. */
  public static List<PortSpec> read(Data item, TextResolver resolver) {
    View view =
        new View(
            item instanceof Data.Mapping map ? map : Data.Mapping.of(List.of(), item.span()),
            resolver);
    return item instanceof Data.Mapping
        ? longForm(view)
        : view.scalar(item).map(PortSpec::parse).orElse(List.of());
  }

  /** All ports of a service, which have a mode. */
  static List<PortSpec> readAllOfService(View view) {
    List<PortSpec> out = new ArrayList<>();
    for (Data item : view.items("ports")) {
      String mode =
          item instanceof Data.Mapping map
              ? new View(map, view.resolver()).text("mode").orElse(INGRESS)
              : INGRESS;
      read(item, view.resolver()).forEach(port -> out.add(port.in(mode)));
    }
    return out;
  }

  private PortSpec in(String otherMode) {
    return new PortSpec(hostIp, published, target, protocol, otherMode);
  }

  private static List<PortSpec> longForm(View view) {
    String published = view.text("published").map(p -> p + ":").orElse("");
    String host =
        view.text("host_ip").map(ip -> ip + ":" + (published.isEmpty() ? ":" : "")).orElse("");
    String protocol = view.text("protocol").orElse("tcp");
    return parse(host + published + view.text("target").orElse("") + "/" + protocol);
  }

  /**
   * Reads the short form {@code [HOST_IP:][PUBLISHED:]TARGET[/PROTOCOL]} with ranges.
   *
   * @return a port each; empty where the text is none
   */
  public static List<PortSpec> parse(String text) {
    String[] halves = text.split("/", 2);
    String protocol = halves.length > 1 ? halves[1] : "tcp";
    String address = halves[0];
    int last = address.lastIndexOf(':');
    String target = address.substring(last + 1);
    String rest = last < 0 ? "" : address.substring(0, last);
    int cut = rest.lastIndexOf(':');
    String published = rest.substring(cut + 1);
    Optional<String> hostIp =
        cut < 0 ? Optional.empty() : Optional.of(bare(rest.substring(0, cut)));
    return spread(hostIp, published, target, protocol);
  }

  private static List<PortSpec> spread(
      Optional<String> hostIp, String published, String target, String protocol) {
    List<Integer> targets = range(target);
    List<Integer> hostPorts = range(published);
    boolean sound =
        List.of("tcp", "udp", "sctp").contains(protocol)
            && !targets.isEmpty()
            && (published.isEmpty() || hostPorts.size() == targets.size());
    if (!sound) {
      return List.of();
    }
    List<PortSpec> out = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Optional<Integer> hostPort =
          published.isEmpty() ? Optional.empty() : Optional.of(hostPorts.get(i));
      out.add(new PortSpec(hostIp, hostPort, targets.get(i), protocol, INGRESS));
    }
    return out;
  }

  private static List<Integer> range(String text) {
    String[] ends = text.split("-", 2);
    Optional<Integer> from = port(ends[0]);
    Optional<Integer> to = port(ends[ends.length - 1]);
    boolean sound = from.isPresent() && to.isPresent() && to.get() >= from.get();
    if (!sound || to.get() - from.get() >= MOST_IN_RANGE) {
      return List.of();
    }
    return IntStream.rangeClosed(from.get(), to.get()).boxed().toList();
  }

  private static Optional<Integer> port(String text) {
    return Numbers.whole(text).filter(n -> n >= 1 && n <= 65535).map(Long::intValue);
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }
}
