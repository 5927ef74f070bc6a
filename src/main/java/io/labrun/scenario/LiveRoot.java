package io.labrun.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a live value is a value of, and which values there are: the one closed set of them. */
public enum LiveRoot {
  /** A container, by key; of its networks that of the given key, of its ports the container's. */
  CONTAINER(
      new LiveValue("ip", "Its IPv4 address on its first network."),
      new LiveValue("ipv6", "Its IPv6 address on its first network that has IPv6."),
      new LiveValue("mac", "Its MAC address on its first network."),
      new LiveValue("gateway", "The gateway of its first network."),
      new LiveValue("id", "The engine's id of it."),
      new LiveValue("name", "Its whole name on the engine."),
      new LiveValue("hostname", "Its host name."),
      new LiveValue("networks.*.ip", "Its IPv4 address on the network of that key."),
      new LiveValue("networks.*.ipv6", "Its IPv6 address on the network of that key."),
      new LiveValue("networks.*.mac", "Its MAC address on the network of that key."),
      new LiveValue("networks.*.gateway", "The gateway of the network of that key, as it has it."),
      new LiveValue("ports.*", "The host's port on which that port of it is published.")),
  /** A host, by key. */
  HOST(
      new LiveValue("ip", "Its IPv4 address on the network that the hosts share."),
      new LiveValue("name", "The whole name of the container that it is.")),
  /** A Swarm service, by key. */
  SERVICE(
      new LiveValue("id", "The swarm's id of it."),
      new LiveValue("name", "Its whole name in the swarm.")),
  /** A network, by key. */
  NETWORK(
      new LiveValue("subnet", "Its first subnet, as CIDR."),
      new LiveValue("gateway", "The gateway of its first subnet that has one."),
      new LiveValue("id", "The engine's id of it."),
      new LiveValue("name", "Its whole name on the engine."),
      new LiveValue(
          "interface", "The host's interface: the bridge, or the parent of macvlan and ipvlan.")),
  /** A volume, by key. */
  VOLUME(
      new LiveValue("name", "Its whole name on the engine."),
      new LiveValue("mountpoint", "The folder on the engine's machine in which it lies.")),
  /** The run, under the word {@code run}. */
  RUN(
      new LiveValue("name", "The name of the run, with which the names of all that is made begin."),
      new LiveValue("id", "The run's four hex digits: for names that must be short and unique."));

  /** Stands in a path for any one word: a network's key, or a port as in 80 or 53/udp. */
  public static final String ANY = "*";

  private final List<LiveValue> values;

  LiveRoot(LiveValue... values) {
    this.values = List.of(values);
  }

  /** The values it has, each with its sentence. */
  public List<LiveValue> all() {
    return values;
  }

  /** The values it has, as written after the root and a dot; {@link #ANY} for a word of choice. */
  public List<String> paths() {
    return values.stream().map(LiveValue::path).toList();
  }

  /** Which of {@link #paths()} these words are; empty if none. */
  public Optional<String> path(List<String> words) {
    return paths().stream().filter(path -> fits(path, words)).findFirst();
  }

  private static boolean fits(String path, List<String> words) {
    List<String> wanted = Arrays.asList(path.split("\\."));
    return wanted.size() == words.size()
        && IntStream.range(0, wanted.size())
            .allMatch(i -> wanted.get(i).equals(ANY) || wanted.get(i).equals(words.get(i)));
  }
}
