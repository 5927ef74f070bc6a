package io.labrun.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A dangerous thing that a scenario asks for and a person gives: the closed set of them, in the
 * order in which they are named to people.
 */
public enum Grant {
  /** A container without walls: {@code privileged}, or a runtime that draws walls of its own. */
  PRIVILEGED,
  /** The socket of this machine's container engine, or a folder that holds it. */
  DOCKER_SOCKET,
  /** The machine's own network, its interfaces, or networks that others have made. */
  HOST_NETWORK,
  /** Paths outside the scenario's own folder, and volumes that are not its own. */
  HOST_PATHS,
  /** The machine's own processes, memory segments, users or control groups. */
  HOST_NAMESPACES,
  /** Powers over the kernel that containers do not have as a rule. */
  CAPABILITIES,
  /** Devices of the machine. */
  DEVICES,
  /** Membership of a machine's engine in a swarm. */
  SWARM;

  /** As it is written in a scenario and after {@code --allow}: {@code docker-socket}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The grant of a word; empty if there is none. */
  public static Optional<Grant> of(String word) {
    return Arrays.stream(values()).filter(grant -> grant.word().equals(word)).findFirst();
  }

  /** All words, in order. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Grant::word).toList();
  }
}
