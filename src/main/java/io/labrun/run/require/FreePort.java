package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.scenario.spec.PortSpec;
import java.util.List;
import java.util.Optional;

/** Nobody listens on a port of the engine's machine. */
final class FreePort {
  /** The state of a TCP socket that listens, and that of a UDP socket without a peer. */
  private static final String LISTENS = "0A";

  private static final String BOUND = "07";

  private FreePort() {}

  static Optional<Problem> unmet(String written, Bench bench) {
    PortSpec port = PortSpec.parse(written).get(0);
    List<String> table =
        bench
            .machine()
            .lines(
                "cat /proc/net/$1; [ ! -r /proc/net/${1}6 ] || cat /proc/net/${1}6",
                port.protocol());
    return unmet(port, table);
  }

  /**
   * Reads the kernel's table of sockets (proc(5), {@code /proc/net/tcp}): the second column is the
   * own address and port in hexadecimal, the fourth the state.
   */
  static Optional<Problem> unmet(PortSpec port, List<String> table) {
    String suffix = ":%04X".formatted(port.target());
    String state = port.protocol().equals("udp") ? BOUND : LISTENS;
    boolean busy =
        table.stream()
            .map(line -> line.strip().split("\\s+"))
            .anyMatch(row -> row.length > 3 && row[1].endsWith(suffix) && row[3].equals(state));
    return busy ? Optional.of(taken(port)) : Optional.empty();
  }

  private static Problem taken(PortSpec port) {
    String options = port.protocol().equals("udp") ? "-lunp" : "-ltnp";
    return Problem.of(
            "port %d/%s of the engine's machine is in use"
                .formatted(port.target(), port.protocol()))
        .help(
            "`ss %s` there shows by whom, `docker ps` which containers publish it."
                .formatted(options));
  }
}
