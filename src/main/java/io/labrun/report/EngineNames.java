package io.labrun.report;

import io.labrun.source.TextWidth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * What the engines of a batch are called in a line: by their machine, or the socket on this one,
 * where that tells them apart, otherwise by their address; not at all where there is but one.
 */
final class EngineNames {
  /** There is but one, or none is known yet. */
  static final EngineNames NONE = new EngineNames(List.of(), Map.of());

  private final Map<String, String> names;
  private final int widest;

  private EngineNames(List<String> shown, Map<String, String> names) {
    this.names = names;
    this.widest = shown.stream().mapToInt(TextWidth::of).max().orElse(0);
  }

  /**
   * Names for engines.
   *
   * @param addresses where they answer: a URL, then perhaps a comma and more
   */
  static EngineNames of(List<String> addresses, Pen pen) {
    if (addresses.size() < 2) {
      return NONE;
    }
    List<String> machines = addresses.stream().map(EngineNames::machine).toList();
    boolean apart = new HashSet<>(machines).size() == machines.size();
    List<String> shown =
        (apart ? machines : addresses.stream().map(EngineNames::url).toList())
            .stream().map(pen::safe).toList();
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < shown.size(); i++) {
      names.put(addresses.get(i), shown.get(i));
    }
    return new EngineNames(shown, names);
  }

  /** The name of the engine at an address; empty where none is to be named. */
  String of(String address) {
    return names.getOrDefault(address, "");
  }

  /** How wide the widest is; 0 where none is to be named. */
  int widest() {
    return widest;
  }

  private static String url(String address) {
    return address.replaceFirst(",.*", "");
  }

  private static String machine(String address) {
    String rest = url(address).replaceFirst("^[a-z]+://", "").replaceFirst("^[^/]*@", "");
    boolean socket = rest.startsWith("/");
    return socket
        ? rest.substring(rest.lastIndexOf('/') + 1)
        : rest.replaceFirst("/.*", "").replaceFirst(":\\d+$", "");
  }
}
