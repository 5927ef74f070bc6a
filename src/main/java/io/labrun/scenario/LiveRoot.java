package io.labrun.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a live value is a value of, and which values there are: the one closed set of them. */
public enum LiveRoot {
  /** A container, by key; of its networks that of the given key, of its ports the container's. */
  CONTAINER(
      "ip",
      "ipv6",
      "mac",
      "gateway",
      "id",
      "name",
      "hostname",
      "networks.*.ip",
      "networks.*.ipv6",
      "networks.*.mac",
      "networks.*.gateway",
      "ports.*"),
  /** A network, by key; {@code interface} is the host's interface of a bridge. */
  NETWORK("subnet", "gateway", "id", "name", "interface"),
  /** A volume, by key. */
  VOLUME("name", "mountpoint"),
  /** The run, under the word {@code run}. */
  RUN("name", "id");

  /** Stands in a path for any one word: a network's key, or a port as in 80 or 53/udp. */
  public static final String ANY = "*";

  private final List<String> paths;

  LiveRoot(String... paths) {
    this.paths = List.of(paths);
  }

  /** The values it has, as written after the root and a dot; {@link #ANY} for a word of choice. */
  public List<String> paths() {
    return paths;
  }

  /** Which of {@link #paths()} these words are; empty if none. */
  public Optional<String> path(List<String> words) {
    return paths.stream().filter(path -> fits(path, words)).findFirst();
  }

  private static boolean fits(String path, List<String> words) {
    List<String> wanted = Arrays.asList(path.split("\\."));
    return wanted.size() == words.size()
        && IntStream.range(0, wanted.size())
            .allMatch(i -> wanted.get(i).equals(ANY) || wanted.get(i).equals(words.get(i)));
  }
}
