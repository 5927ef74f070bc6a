package io.labrun.load.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms of texts that the schema names in {@code x-labrun-format}, and what to say of them. */
public enum Format {
  DURATION("a duration", "Write a number and a unit, as in 250ms, 10s or 1m30s."),
  SIZE("a size", "Write a number and a unit, as in 512k, 64m or 1g."),
  AMOUNT("a number, size or duration", "As in 3, 0.5, 64m or 250ms."),
  NUMBER("a number", "As in 3 or 0.5."),
  PORT("a port", "A port is a number from 1 to 65535."),
  PUBLISHED_PORT(
      "a published port",
      "Write HOST:CONTAINER as in 8080:80, with an address before it as in 127.0.0.1:8080:80, or 80.",
      "Ports go from 1 to 65535; a protocol comes last, as in 53:53/udp."),
  EXPOSED_PORT("a port", "Write a port from 1 to 65535, with a protocol if need be: 80, 53/udp."),
  ASSIGNMENT("of the form NAME=value", "Or write a map: `NAME: value`."),
  KEY(
      "a name that can be used here",
      "Letters, digits, `-` and `_`, at most 63, the first a letter or digit."),
  LANGUAGE("a language", "Two small letters, as in en or ru."),
  VARIABLE("a name for a variable", "Letters, digits, `-` and `_`, the first a letter or `_`."),
  ENVIRONMENT_VARIABLE(
      "a variable of the environment", "Letters, digits and `_`, as in LAB_PARENT, without a `$`."),
  SCENARIO_NAME(
      "a name for a scenario",
      "Small letters, digits and `-`, at most 41, the first a letter or digit. `title` takes any text."),
  CONTAINER_NAME(
      "a name that the engine takes", "At least two of letters, digits, `_`, `.` and `-`."),
  RESOURCE_NAME("a name that the engine takes", "Letters, digits, `_`, `.` and `-`."),
  IMAGE(
      "the name of an image",
      "As in busybox, nginx:1.27 or registry.example/owner/name:tag, in small letters."),
  SUBNET("a subnet", "An address and the length of its network part, as in 172.28.10.0/24."),
  IP("an IP address", "Four numbers up to 255, as in 172.28.10.1, or IPv6 as in fd00:10::1."),
  IPV4("an IPv4 address", "Four numbers up to 255, as in 172.28.10.10, without a /24."),
  IPV6("an IPv6 address", "As in fd00:10::10, without a /64."),
  MAC("a MAC address", "Six pairs of hexadecimal digits, as in 02:42:ac:1c:0a:0a."),
  REGEX(
      "a regular expression",
      "For a bracket, a dot or a plus itself write a backslash before it, and the text in single quotes: '\\('."),
  URL("a web address", "It begins with http:// or https://, as in http://web/index.html."),
  HOST_PATH("a path", "It is looked for beside the scenario's file."),
  PATH("a whole path in the container", "It begins with /."),
  MODE("a file mode", "Octal digits, as in 1777."),
  NETWORK_MODE("a network mode", "One of bridge, none, host and container:KEY."),
  PID_MODE("a process namespace", "One of host and container:KEY."),
  IPC_MODE("an IPC namespace", "One of private, shareable, none, host and container:KEY."),
  RESTART(
      "a restart policy", "One of no, always, unless-stopped, on-failure and on-failure:COUNT."),
  HEALTH_TEST(
      "a health test", "A text for the shell, or a list that begins with CMD, CMD-SHELL or NONE."),
  DEVICE("a device", "Write HOST[:CONTAINER[:rwm]], as in /dev/net/tun."),
  DEVICE_RULE("a device rule", "As in c 1:3 rwm."),
  EXTRA_HOST("of the form NAME:ADDRESS", "Or write a map: `NAME: ADDRESS`."),
  HOST_ADDRESS("an address", "An IP address, or host-gateway for the Docker host."),
  CPUSET("a set of CPUs", "As in 0,1 or 0-3."),
  VERSION_RANGE(
      "an engine or a comparison with its version",
      "Write >=, >, <=, < or = and a version, as in >=20.10; several with commas: >=23, <28.",
      "Or docker or podman, alone or before such a comparison: podman >=4."),
  PLATFORM("a platform", "Operating system and processor, as in linux/amd64 or linux/arm64."),
  INTERFACE(
      "a name for a network interface",
      "At most 15 characters without `/` and blanks, as in eth0."),
  FREE_PORT("a port", "Write a port from 1 to 65535, with a protocol if need be: 8080, 53/udp."),
  KERNEL_FEATURE(
      "the name of a kernel module or file system",
      "As lsmod or /proc/filesystems shows it: ipvlan, ip_vs, overlay.");

  private final String noun;
  private final String[] help;

  Format(String noun, String... help) {
    this.noun = noun;
    this.help = help;
  }

  /** The form of a name in the schema. */
  public static Optional<Format> of(String name) {
    return Arrays.stream(values()).filter(format -> format.id().equals(name)).findFirst();
  }

  private String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What a text of this form is. */
  public String noun() {
    return noun;
  }

  /** How to write one. */
  public String[] help() {
    return help.clone();
  }
}
