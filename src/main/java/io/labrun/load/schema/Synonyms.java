package io.labrun.load.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words of other tools, and older ones, for keys that are called otherwise here. */
final class Synonyms {
  private static final Map<String, Map<String, String>> BY_PLACE =
      Map.of(
          "scenarios",
          Map.ofEntries(
              Map.entry("machines", "containers"),
              Map.entry("nodes", "containers"),
              Map.entry("tests", "assertions"),
              Map.entry("checks", "assertions"),
              Map.entry("asserts", "assertions"),
              Map.entry("claims", "assertions"),
              Map.entry("steps", "assertions"),
              Map.entry("variables", "vars"),
              Map.entry("labels", "tags"),
              Map.entry("id", "name")),
          "containers",
          Map.ofEntries(
              Map.entry("env", "environment"),
              Map.entry("cmd", "command"),
              Map.entry("args", "command"),
              Map.entry("network", "networks"),
              Map.entry("mounts", "volumes"),
              Map.entry("mount", "volumes"),
              Map.entry("memory", "mem_limit"),
              Map.entry("workdir", "working_dir"),
              Map.entry("publish", "ports"),
              Map.entry("needs", "depends_on"),
              Map.entry("after", "depends_on")),
          "services",
          Map.ofEntries(
              Map.entry("env", "environment"),
              Map.entry("cmd", "command"),
              Map.entry("args", "command"),
              Map.entry("network", "networks"),
              Map.entry("mounts", "volumes"),
              Map.entry("mount", "volumes"),
              Map.entry("workdir", "working_dir"),
              Map.entry("publish", "ports")),
          "a container's networks",
          Map.of(
              "ip",
              "ipv4_address",
              "ipv4",
              "ipv4_address",
              "address",
              "ipv4_address",
              "ip_address",
              "ipv4_address",
              "mac",
              "mac_address",
              "alias",
              "aliases"),
          "networks",
          Map.of("type", "driver", "options", "driver_opts", "ipv6", "enable_ipv6"),
          "volumes",
          Map.of("type", "driver", "options", "driver_opts"),
          "mounts",
          Map.of(
              "destination", "target", "dst", "target", "src", "source", "readonly", "read_only"),
          "assertions",
          Map.of(
              "expected",
              "expect",
              "should",
              "expect",
              "ping",
              "reach",
              "run",
              "exec",
              "depends_on",
              "needs",
              "title",
              "name",
              "actions",
              "do",
              "retry",
              "within",
              "severity",
              "level"),
          "variables",
          Map.of("value", "default", "environment", "env"));

  private static final Map<String, List<String>> HELP =
      Map.ofEntries(
          help("version", "Compose's old `version` says nothing any more: take it away."),
          help("secrets", "Mount a file with `volumes` instead."),
          help("configs", "Mount a file with `volumes` instead."),
          help("links", "Put both containers on one network: each is found by its name there."),
          help("logging", "The engine's own logging is used."),
          help("profiles", "`start: false` leaves a container to be started later."),
          help("host", "`container` or `from` says where a check looks from."),
          help(
              "subnet", "Subnets stand under `ipam`: `ipam: {config: [{subnet: 172.28.10.0/24}]}`"),
          help("gateway", "Gateways stand under `ipam`, beside their `subnet`."));

  /** Keys that Compose has for services, and a swarm passes over. */
  private static final Map<String, List<String>> OF_SERVICES =
      Map.ofEntries(
          help("build", "A swarm builds nothing: each node gets the image by its name."),
          help("container_name", "A service's containers are many: the swarm names them."),
          help(
              "depends_on",
              "A swarm starts all services at once, and a task again that could not do without"
                  + " another."),
          help("restart", "When a task is started again says `deploy: {restart_policy: ...}`."),
          help("network_mode", "A service's tasks join overlay networks: `networks`."),
          help("privileged", "A swarm runs no privileged containers; there is `cap_add`."),
          help("devices", "A swarm gives its tasks no devices."),
          help("security_opt", "A swarm passes no security options on."),
          help("expose", "Tasks reach each other's ports on an overlay network without that."),
          help("mac_address", "Addresses of tasks are the swarm's choice."),
          help("pid", "A task has namespaces of its own."),
          help("ipc", "A task has namespaces of its own."),
          help("runtime", "All tasks have the engine's usual runtime."),
          help("platform", "`deploy: {placement: {constraints: [node.platform.os == linux]}}`"),
          help("shm_size", "Mount `/dev/shm`: `tmpfs: [\"/dev/shm:size=64m\"]`"),
          help("mem_limit", "Limits stand under `deploy: {resources: {limits: {memory: 64m}}}`."),
          help("cpus", "Limits stand under `deploy: {resources: {limits: {cpus: 0.5}}}`."),
          help("pids_limit", "Limits stand under `deploy: {resources: {limits: {pids: 100}}}`."),
          help("replicas", "How many there are says `deploy: {replicas: 2}`."),
          help("mode", "How many there are says `deploy: {mode: global}`."),
          help("rm", "A swarm replaces tasks that end, and removes them with the service."));

  private static Map.Entry<String, List<String>> help(String key, String words) {
    return Map.entry(key, List.of(words));
  }

  private Synonyms() {}

  /** What a key is called here, by the plural that the schema gives the place. */
  static Optional<String> of(String place, String key) {
    return Optional.ofNullable(
        BY_PLACE.getOrDefault(place, Map.of()).get(key.toLowerCase(Locale.ROOT)));
  }

  /**
   * What to do instead of a key that there is nothing like here, by the plural that the schema
   * gives the place; empty where nothing is known.
   */
  static List<String> helpAt(String place, String key) {
    return isLeftOut(place, key) ? OF_SERVICES.get(key) : HELP.getOrDefault(key, List.of());
  }

  /** Whether a key is left out of a place on purpose, though another place has it. */
  static boolean isLeftOut(String place, String key) {
    return place.equals("services") && OF_SERVICES.containsKey(key);
  }
}
