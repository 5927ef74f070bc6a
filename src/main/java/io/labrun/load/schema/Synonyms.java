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
              Map.entry("services", "containers"),
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

  private static Map.Entry<String, List<String>> help(String key, String words) {
    return Map.entry(key, List.of(words));
  }

  private Synonyms() {}

  /** What a key is called here, by the plural that the schema gives the place. */
  static Optional<String> of(String place, String key) {
    return Optional.ofNullable(
        BY_PLACE.getOrDefault(place, Map.of()).get(key.toLowerCase(Locale.ROOT)));
  }

  /** What to do instead of a key that there is nothing like here; empty where nothing is known. */
  static List<String> help(String key) {
    return HELP.getOrDefault(key, List.of());
  }
}
