package io.labrun.run.check;

import java.util.List;

/**
 * What a network namespace says of its datagrams (Linux, {@code proc(5)}).
 *
 * @param received how many were handed to programs
 * @param waiting bytes that wait at sockets on the port
 * @param listens whether there is a socket on the port
 */
record UdpCounters(long received, long waiting, boolean listens) {

  /** Reads {@code /proc/net/snmp} and {@code /proc/net/udp}, one after another. */
  static UdpCounters parse(String text, int port) {
    long received = 0;
    long waiting = 0;
    boolean listens = false;
    String suffix = ":%04X".formatted(port);
    for (String line : text.lines().toList()) {
      List<String> words = List.of(line.strip().split("\\s+"));
      if (words.get(0).equals("Udp:") && words.get(1).matches("\\d+")) {
        received = Long.parseLong(words.get(1));
      } else if (words.size() > 4 && words.get(1).endsWith(suffix)) {
        listens = true;
        waiting += Long.parseLong(words.get(4).split(":")[1], 16);
      }
    }
    return new UdpCounters(received, waiting, listens);
  }

  /** How many datagrams came to programs since then; many if some wait at the port. */
  long since(UdpCounters before) {
    if (!listens) {
      return 0;
    }
    return waiting > before.waiting ? Long.MAX_VALUE : received - before.received;
  }
}
