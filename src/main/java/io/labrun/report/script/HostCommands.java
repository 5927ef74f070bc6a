package io.labrun.report.script;

import io.labrun.plan.HostContainer;
import io.labrun.plan.Plan;
import io.labrun.report.ShellQuote;
import io.labrun.scenario.spec.HostSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The commands for hosts. Each is a container with an engine, on one network, where it has an
 * address that it keeps: the members of a swarm know each other by it.
 */
final class HostCommands {
  /** The shell variable with the first three numbers of the hosts' addresses. */
  private static final String BASE = "underlay";

  /** The first address is the gateway's. */
  private static final int FIRST = 2;

  private static final String START = "start_engine";
  private static final String SWARM_PORT = "2377";

  private final Plan plan;
  private final Cli cli;
  private final List<String> hosts;

  HostCommands(Plan plan, Cli cli) {
    this.plan = plan;
    this.cli = cli;
    this.hosts = List.copyOf(plan.scenario().hosts().keySet());
  }

  /**
   * Makes the network of the hosts, in a subnet that the engine finds free: an address that is
   * fixed takes a subnet that was asked for.
   */
  List<String> underlay() {
    String name = underlayName();
    List<String> out = new ArrayList<>();
    out.add("docker network create " + name);
    out.add("subnet=$(docker network inspect -f '{{(index .IPAM.Config 0).Subnet}}' " + name + ")");
    out.add("docker network rm " + name);
    out.add("docker network create --subnet \"$subnet\" " + name);
    out.add(BASE + "=${subnet%.*}");
    out.add("# How an engine is started in a container that is not privileged.");
    out.add(START + "() {");
    out.add("cat <<'END_OF_SCRIPT'");
    out.addAll(HostContainer.script().lines().toList());
    out.add("END_OF_SCRIPT");
    out.add("}");
    return out;
  }

  /** The full name of the network of the hosts, as a word. */
  String underlayName() {
    return ShellQuote.word(HostContainer.underlay(plan.run()));
  }

  /** Makes a host and waits for its engine. */
  List<String> made(String key) {
    Options options =
        new Options()
            .add("--name", HostContainer.name(plan.run(), key))
            .add("--hostname", key)
            .each("--cap-add", HostContainer.CAPABILITIES)
            .each("--security-opt", HostContainer.SECURITY)
            .add("--tmpfs", HostContainer.IN_MEMORY)
            .pairs("--env", HostContainer.ENVIRONMENT)
            .add("--network", HostContainer.underlay(plan.run()))
            .add("--network-alias", key);
    return List.of(
        "docker run --detach %s --ip %s --entrypoint sh %s -c \"$(%s)\""
            .formatted(
                ShellQuote.words(options.words()),
                address(key),
                ShellQuote.word(spec(key).image()),
                START),
        ready(key));
  }

  /** Hands an image of the main engine over to a host. */
  String handOver(String image, String key) {
    return "docker save %s | docker exec -i %s docker load".formatted(image, cli.name(key));
  }

  /** Makes a host a member of the swarm, which the first manager begins. */
  String swarm(String key) {
    String manager =
        hosts.stream().filter(this::isManager).findFirst().filter(m -> !m.equals(key)).orElse("");
    if (manager.isEmpty()) {
      return cli.on(key) + "swarm init --advertise-addr " + address(key);
    }
    String role = isManager(key) ? "manager" : "worker";
    return "%sswarm join --advertise-addr %s --token \"$(%sswarm join-token -q %s)\" %s:%s"
        .formatted(cli.on(key), address(key), cli.on(manager), role, address(manager), SWARM_PORT);
  }

  /** Switches a host off as a power cut would. */
  List<String> off(String key) {
    return List.of("docker kill " + cli.name(key));
  }

  /** Switches a host on and waits for its engine. */
  List<String> on(String key) {
    return List.of("docker start " + cli.name(key), ready(key));
  }

  /** Cuts hosts off from all others, with each one's own firewall. */
  List<String> cut(List<String> apart) {
    return rules("-I", apart);
  }

  /** Lets hosts that were cut off and all others reach each other again. */
  List<String> healed(List<String> back) {
    return rules("-D", back).stream().map(rule -> rule + " 2>/dev/null").toList();
  }

  private List<String> rules(String change, List<String> some) {
    List<String> out = new ArrayList<>();
    for (String one : hosts) {
      for (String other : hosts) {
        if (some.contains(one) != some.contains(other)) {
          out.add(
              "docker exec %s iptables -w -t mangle %s PREROUTING -s %s -j DROP"
                  .formatted(cli.name(one), change, address(other)));
        }
      }
    }
    return out;
  }

  /** Whether a key is that of a host. */
  boolean isHost(String key) {
    return hosts.contains(key);
  }

  /** The address of a host, as a word. */
  String address(String key) {
    return "\"" + bare(key) + "\"";
  }

  /** The address of a host, to stand between double quotes. */
  String bare(String key) {
    return "$" + BASE + "." + (FIRST + hosts.indexOf(key));
  }

  private String ready(String key) {
    return "until " + cli.on(key) + "info >/dev/null 2>&1; do sleep 1; done";
  }

  private boolean isManager(String key) {
    return spec(key).swarm().equals(Optional.of(HostSpec.Role.MANAGER));
  }

  private HostSpec spec(String key) {
    return HostSpec.read(plan.scenario().hosts().get(key));
  }
}
