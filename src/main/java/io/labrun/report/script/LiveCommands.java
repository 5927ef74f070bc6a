package io.labrun.report.script;

import io.labrun.plan.Plan;
import io.labrun.report.ShellQuote;
import io.labrun.scenario.LiveRef;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.ContainerSpec;
import io.labrun.scenario.spec.NetworkingSpec.Attachment;
import java.util.List;
import java.util.Optional;

/** The commands that look live values up, each as {@code $(docker inspect ...)}. */
final class LiveCommands {
  private final Plan plan;

  LiveCommands(Plan plan) {
    this.plan = plan;
  }

  /** The command for a reference, to stand between double quotes. */
  String of(LiveRef ref) {
    String root = ref.root();
    if (plan.names().containers().containsKey(root)) {
      return container(root, ref.path());
    }
    if (plan.names().networks().containsKey(root)) {
      return network(plan.names().networks().get(root), ref.path().get(0));
    }
    if (plan.names().volumes().containsKey(root)) {
      String field = ref.path().get(0).equals("name") ? "{{.Name}}" : "{{.Mountpoint}}";
      return inspect("volume inspect", field, plan.names().volumes().get(root));
    }
    if (plan.names().services().containsKey(root)) {
      String name = plan.names().services().get(root);
      return ref.path().get(0).equals("name") ? name : inspect("service inspect", "{{.ID}}", name);
    }
    return "$" + variable(root);
  }

  /** The shell variable that holds a captured value. */
  static String variable(String name) {
    return "captured_" + name.replaceAll("[^A-Za-z0-9_]", "_");
  }

  /** The command for a container's address on a network that another is on too, if there is one. */
  String address(String key, Optional<String> seenFrom) {
    List<String> own = networks(key);
    List<String> shared =
        own.stream().filter(n -> seenFrom.map(this::networks).orElse(own).contains(n)).toList();
    Optional<String> network = shared.stream().findFirst().or(() -> own.stream().findFirst());
    return endpoint(key, network, "IPAddress");
  }

  private String container(String key, List<String> path) {
    String name = plan.names().containers().get(key);
    return switch (path.get(0)) {
      case "id" -> inspect("inspect", "{{.Id}}", name);
      case "name" -> name;
      case "hostname" -> inspect("inspect", "{{.Config.Hostname}}", name);
      case "ports" -> port(name, path.get(1));
      case "networks" -> endpoint(key, Optional.of(path.get(1)), field(path.get(2)));
      default -> endpoint(key, networks(key).stream().findFirst(), field(path.get(0)));
    };
  }

  private static String field(String word) {
    return switch (word) {
      case "mac" -> "MacAddress";
      case "ipv6" -> "GlobalIPv6Address";
      case "gateway" -> "Gateway";
      default -> "IPAddress";
    };
  }

  private String endpoint(String key, Optional<String> network, String field) {
    String fullName = network.map(n -> plan.names().networks().getOrDefault(n, n)).orElse("bridge");
    String format = "{{(index .NetworkSettings.Networks \"" + fullName + "\")." + field + "}}";
    return inspect("inspect", format, plan.names().containers().get(key));
  }

  private static String port(String name, String port) {
    String wanted = port.contains("/") ? port : port + "/tcp";
    String format = "{{(index (index .NetworkSettings.Ports \"" + wanted + "\") 0).HostPort}}";
    return inspect("inspect", format, name);
  }

  private static String network(String name, String field) {
    return switch (field) {
      case "subnet" -> inspect("network inspect", "{{(index .IPAM.Config 0).Subnet}}", name);
      case "gateway" -> inspect("network inspect", "{{(index .IPAM.Config 0).Gateway}}", name);
      case "id" -> inspect("network inspect", "{{.Id}}", name);
      case "interface" ->
          inspect(
              "network inspect",
              "{{or (index .Options \"com.docker.network.bridge.name\") (index .Options \"parent\")"
                  + " (printf \"br-%.12s\" .Id)}}",
              name);
      default -> name;
    };
  }

  private static String inspect(String command, String format, String name) {
    return "$(docker " + command + " -f '" + format + "' " + ShellQuote.word(name) + ")";
  }

  private List<String> networks(String key) {
    return plan.scenario().containers().containsKey(key)
        ? ContainerSpec.read(plan.scenario().containers().get(key), TextResolver.AS_WRITTEN)
            .networking()
            .attachments()
            .stream()
            .map(Attachment::network)
            .toList()
        : List.of();
  }
}
