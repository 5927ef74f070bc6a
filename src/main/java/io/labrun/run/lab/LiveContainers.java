package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.run.engine.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Live values of containers. */
final class LiveContainers {
  private static final Map<String, String> WORDS =
      Map.of("ip", "address", "ipv6", "IPv6 address", "mac", "MAC address", "gateway", "gateway");
  private final Lab lab;
  private final Map<String, ContainerState> seen = new HashMap<>();

  LiveContainers(Lab lab) {
    this.lab = lab;
  }

  /** A value by one of the container's paths. */
  String value(String key, List<String> path) {
    ContainerState state = seen.computeIfAbsent(key, k -> ContainerState.of(lab, k));
    return switch (path.get(0)) {
      case "id" -> state.tree().text("Id").orElse("");
      case "name" -> state.tree().text("Name").orElse("").replaceFirst("^/", "");
      case "hostname" -> state.tree().text("Config", "Hostname").orElse("");
      case "ports" -> port(key, state, path.get(1));
      case "networks" -> onNetwork(key, state, path.get(1), path.get(2));
      default -> first(key, state, path.get(0));
    };
  }

  private String first(String key, ContainerState state, String field) {
    return new Places(lab)
        .of(key, state).stream()
            .flatMap(place -> field(place, field).stream())
            .findFirst()
            .orElseThrow(() -> nothing(key, state, field, ""));
  }

  private String onNetwork(String key, ContainerState state, String network, String field) {
    return new Places(lab)
        .of(key, state).stream()
            .filter(place -> place.network().equals(network))
            .flatMap(place -> field(place, field).stream())
            .findFirst()
            .orElseThrow(() -> nothing(key, state, field, " on network `" + network + "`"));
  }

  private static Optional<String> field(Place place, String field) {
    return switch (field) {
      case "ip" -> place.ip();
      case "ipv6" -> place.ipv6();
      case "mac" -> place.mac();
      default -> place.gateway();
    };
  }

  private ProblemException nothing(String key, ContainerState state, String field, String where) {
    String what = WORDS.get(field);
    if (!state.isRunning()) {
      return ProblemException.passing(
          Problem.of(
                  "`%s` has no %s%s: it does not run (%s)"
                      .formatted(key, what, where, Ended.describe(state)))
              .details(state.hasEnded() ? LastWords.of(lab, key) : List.of()));
    }
    List<String> networks = new Places(lab).of(key, state).stream().map(Place::network).toList();
    return ProblemException.passing(
        Problem.of(
            "`%s` has no %s%s; its networks: %s"
                .formatted(
                    key, what, where, networks.isEmpty() ? "none" : String.join(", ", networks))));
  }

  private String port(String key, ContainerState state, String port) {
    String wanted = port.contains("/") ? port : port + "/tcp";
    Tree ports = new Tree(state.tree().at("NetworkSettings", "Ports").orElse(Map.of()));
    return ports.items(wanted).stream()
        .flatMap(binding -> binding.text("HostPort").stream())
        .findFirst()
        .orElseThrow(() -> unpublished(key, state, wanted, ports));
  }

  private ProblemException unpublished(
      String key, ContainerState state, String wanted, Tree ports) {
    if (!state.isRunning()) {
      return Ended.problem(lab, key, state);
    }
    TreeSet<String> published = new TreeSet<>();
    ((Map<?, ?>) ports.value())
        .keySet().stream()
            .map(Object::toString)
            .filter(port -> !ports.items(port).isEmpty())
            .forEach(published::add);
    String others = published.isEmpty() ? "none is" : String.join(", ", published) + " are";
    return ProblemException.lasting(
        Problem.of("port %s of `%s` is not published; %s".formatted(wanted, key, others))
            .help("publish it: `ports: [\"" + wanted.replace("/tcp", "") + "\"]`"));
  }
}
