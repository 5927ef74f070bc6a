package io.labrun.plan;

import io.labrun.scenario.Named;
import io.labrun.scenario.Requires;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that a scenario requires of the engine or its machine.
 *
 * @param kind what kind of thing
 * @param what which, as the scenario says it, with its place
 */
public record Need(Kind kind, Named what) {

  /** What is required; in the order in which it is looked at and told. */
  public enum Kind {
    /** A version of the engine. */
    ENGINE("engine"),
    /** The engine's platform. */
    PLATFORM("platform"),
    /** So much memory. */
    MEMORY("memory"),
    /** Docker Desktop, or that it is not. */
    DESKTOP("Docker Desktop"),
    /** That nothing else of labrun's stands. */
    EXCLUSIVE("no other run"),
    /** A network driver that works. */
    NETWORK_DRIVER("network driver"),
    /** A volume driver that works. */
    VOLUME_DRIVER("volume driver"),
    /** A module or file system of the kernel. */
    KERNEL("kernel"),
    /** A network interface. */
    INTERFACE("interface"),
    /** A port that nobody listens on. */
    FREE_PORT("free port"),
    /** That a privileged container starts. */
    PRIVILEGED("privileged containers");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** All needs of a scenario, but for what a person has to grant. */
  public static List<Need> of(Requires requires) {
    List<Need> needs = new ArrayList<>();
    requires.engine().ifPresent(what -> needs.add(new Need(Kind.ENGINE, what)));
    requires.platform().ifPresent(what -> needs.add(new Need(Kind.PLATFORM, what)));
    requires.memory().ifPresent(what -> needs.add(new Need(Kind.MEMORY, what)));
    requires.desktop().ifPresent(what -> needs.add(new Need(Kind.DESKTOP, what)));
    requires.exclusive().ifPresent(what -> needs.add(new Need(Kind.EXCLUSIVE, what)));
    requires.networkDrivers().forEach(what -> needs.add(new Need(Kind.NETWORK_DRIVER, what)));
    requires.volumeDrivers().forEach(what -> needs.add(new Need(Kind.VOLUME_DRIVER, what)));
    requires.kernel().forEach(what -> needs.add(new Need(Kind.KERNEL, what)));
    requires.interfaces().forEach(what -> needs.add(new Need(Kind.INTERFACE, what)));
    requires.freePorts().forEach(what -> needs.add(new Need(Kind.FREE_PORT, what)));
    requires.privileged().ifPresent(what -> needs.add(new Need(Kind.PRIVILEGED, what)));
    return needs;
  }

  /** In words: {@code network driver ipvlan}, {@code free port 53/udp}. */
  public String words() {
    return switch (kind) {
      case DESKTOP -> (isWished() ? "" : "not ") + kind.word;
      case EXCLUSIVE, PRIVILEGED -> kind.word;
      default -> kind.word + " " + what.name();
    };
  }

  /** Whether a thing that may be wished away is wished for. */
  public boolean isWished() {
    return !what.name().equals("false");
  }
}
