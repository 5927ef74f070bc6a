package io.labrun.report.script;

import io.labrun.plan.HostContainer;
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
  private static final String INTERFACE =
      "{{or (index .Options \"com.docker.network.bridge.name\") (index .Options \"parent\")"
          + " (printf \"br-%.12s\" .Id)}}";

  private final Plan plan;
  private final Cli cli;
  private final HostCommands hosts;

  LiveCommands(Plan plan, Cli cli, HostCommands hosts) {
    this.plan = plan;
    this.cli = cli;
    this.hosts = hosts;
  }

  /** The command for a reference, to stand between double quotes. */
  String of(LiveRef ref) {
    String root = ref.root();
    if (plan.names().containers().containsKey(root)) {
      return container(root, ref.path());
    }
    if (plan.names().networks().containsKey(root)) {
      return network(root, ref.path().get(0));
    }
    if (plan.names().volumes().containsKey(root)) {
      String field = ref.path().get(0).equals("name") ? "{{.Name}}" : "{{.Mountpoint}}";
      return inspect(cli.volume(root) + "volume inspect", field, plan.names().volumes().get(root));
    }
    if (plan.names().services().containsKey(root)) {
      String name = plan.names().services().get(root);
      return ref.path().get(0).equals("name")
          ? name
          : inspect(cli.service(root) + "service inspect", "{{.ID}}", name);
    }
    if (hosts.isHost(root)) {
      return ref.path().get(0).equals("name")
          ? HostContainer.name(plan.run(), root)
          : hosts.bare(root);
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
    return switch (path.get(0)) {
      case "id" -> inspect(key, "{{.Id}}");
      case "name" -> plan.names().containers().get(key);
      case "hostname" -> inspect(key, "{{.Config.Hostname}}");
      case "ports" -> port(key, path.get(1));
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
    return inspect(key, format);
  }

  private String port(String key, String port) {
    String wanted = port.contains("/") ? port : port + "/tcp";
    String format = "{{(index (index .NetworkSettings.Ports \"" + wanted + "\") 0).HostPort}}";
    return inspect(key, format);
  }

  private String network(String key, String field) {
    String name = plan.names().networks().get(key);
    String command = cli.network(key) + "network inspect";
    return switch (field) {
      case "subnet" -> inspect(command, "{{(index .IPAM.Config 0).Subnet}}", name);
      case "gateway" -> inspect(command, "{{(index .IPAM.Config 0).Gateway}}", name);
      case "id" -> inspect(command, "{{.Id}}", name);
      case "interface" -> inspect(command, INTERFACE, name);
      default -> name;
    };
  }

  private String inspect(String key, String format) {
    return inspect(cli.container(key) + "inspect", format, plan.names().containers().get(key));
  }

  private static String inspect(String command, String format, String name) {
    return "$(" + command + " -f '" + format + "' " + ShellQuote.word(name) + ")";
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
