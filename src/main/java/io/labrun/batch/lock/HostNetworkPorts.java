package io.labrun.batch.lock;

import io.labrun.batch.lock.ThingLock.Kind;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import io.labrun.scenario.Resource;
import io.labrun.scenario.Scenario;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.PortSpec;
import io.labrun.scenario.spec.View;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Guesses the ports of containers that are on the host's network, where nothing has to be
 * published: from the free ports that are required, and what checks look for.
 */
final class HostNetworkPorts {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final Scenario scenario;
  private final TextResolver early;

  HostNetworkPorts(Scenario scenario, TextResolver early) {
    this.scenario = scenario;
    this.early = early;
  }

  /** The locks of those among some containers; all of the host's network if nothing is known. */
  List<Lock> of(List<Resource> containers) {
    List<Resource> there = containers.stream().filter(this::isOnHostNetwork).toList();
    if (there.isEmpty()) {
      return List.of();
    }
    List<Lock> out = new ArrayList<>(ports(there));
    out.add(new ThingLock(Kind.HOST_NETWORK, "", !out.isEmpty()));
    return out;
  }

  private boolean isOnHostNetwork(Resource container) {
    Optional<String> mode = ContainerSpec.read(container, early).networking().mode();
    return mode.filter("host"::equals).isPresent();
  }

  private List<Lock> ports(List<Resource> there) {
    List<String> keys = there.stream().map(Resource::key).toList();
    return Stream.of(
            scenario.requires().freePorts().stream().map(port -> port.name()),
            scenario.assertions().stream().flatMap(one -> looked(one, keys).stream()))
        .flatMap(all -> all)
        .flatMap(text -> PortSpec.parse(text).stream())
        .map(port -> (Lock) PortLock.of(Optional.empty(), port.target(), port.protocol()))
        .distinct()
        .toList();
  }

  /** The ports, as {@code 80/tcp}, at which a check looks for them. */
  private List<String> looked(Assertion assertion, List<String> keys) {
    Call check = assertion.check();
    View view = new View(check.arguments(), early);
    return switch (check.kind()) {
      case "reach" ->
          view.texts("to").stream().anyMatch(keys::contains)
              ? view
                  .text("port")
                  .map(port -> port + "/" + view.text("protocol").orElse("tcp"))
                  .stream()
                  .toList()
              : List.of();
      case "http" -> view.text("url").flatMap(url -> port(url, keys)).stream().toList();
      default -> List.of();
    };
  }

  private static Optional<String> port(String url, List<String> keys) {
    try {
      URI uri = new URI(url);
      String host = String.valueOf(uri.getHost());
      if (!LOOPBACK.contains(host) && !keys.contains(host)) {
        return Optional.empty();
      }
      int usual = "https".equals(uri.getScheme()) ? 443 : 80;
      return Optional.of((uri.getPort() < 0 ? usual : uri.getPort()) + "/tcp");
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
