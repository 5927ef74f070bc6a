package io.labrun.run.lab;

import io.labrun.event.Problem;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** Finds the address of a machine by the way in which labrun reaches its engine. */
final class MachineAddress {
  private MachineAddress() {}

  /**
   * An IP address.
   *
   * @param engine the engine's address as a URL
   * @throws ProblemException if that names no machine, or an unknown one
   */
  static String of(String host, String engine) {
    String name = Optional.ofNullable(URI.create(engine).getHost()).orElse("");
    if (name.isEmpty()) {
      throw ProblemException.lasting(
          Problem.of(
                  "how the other hosts reach `%s` is not known: its engine answers at %s"
                      .formatted(host, engine))
              .help("name it by its address: --host-of " + host + "=ssh://... or tcp://..."));
    }
    try {
      return InetAddress.getByName(name).getHostAddress();
    } catch (UnknownHostException e) {
      throw ProblemException.lasting(
          Problem.of("the machine `%s`, which is the host `%s`, is unknown".formatted(name, host)));
    }
  }
}
