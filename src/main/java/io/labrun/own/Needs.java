package io.labrun.own;

import io.labrun.machine.Machine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a machine must have for a private engine. */
final class Needs {
  /** Programs with the packages of Debian that bring them. */
  private static final Map<String, String> PROGRAMS =
      new TreeMap<>(
          Map.of(
              "dockerd", "docker.io",
              "iptables", "iptables",
              "ip", "iproute2",
              "nsenter", "util-linux",
              "unshare", "util-linux",
              "setsid", "util-linux"));

  private Needs() {}

  /** Why there can be no private engine on a machine; empty if there can. */
  static Optional<PrivateEngineException> lacking(Machine machine) {
    if (!machine.exists(Path.of("/proc/self/ns/net"))) {
      return Optional.of(
          new PrivateEngineException(
              "a private engine needs Linux, whose namespaces keep it apart",
              "use an engine of your own: leave `--engine private` away"));
    }
    if (!machine.isRoot()) {
      return Optional.of(
          new PrivateEngineException(
              "only root can start a private engine", "sudo labrun ..., as you called it"));
    }
    return PROGRAMS.keySet().stream()
        .filter(name -> !machine.hasProgram(name))
        .findFirst()
        .map(
            name ->
                new PrivateEngineException(
                    "a private engine needs the program " + name + ", which is not here",
                    help(machine, PROGRAMS.get(name))));
  }

  private static String help(Machine machine, String debianPackage) {
    return machine.isDebian()
        ? "apt-get install --no-install-recommends " + debianPackage
        : "install Docker's engine, iptables, iproute2 and util-linux";
  }
}
