package io.labrun.batch.lock;

import java.util.Optional;

/**
 * A thing that has a name, or of which an engine has but one.
 *
 * @param kind what kind of thing
 * @param name which; empty where there is but one
 * @param shared whether others may have it too who share it
 */
record ThingLock(Kind kind, String name, boolean shared) implements Lock {

  /** Kinds of things. */
  enum Kind {
    /** A network interface of the engine's machine: a parent, a bridge. */
    INTERFACE("both use the interface "),
    /** A name that is fixed. */
    CONTAINER_NAME("both have a container that is called "),
    /** Likewise. */
    NETWORK_NAME("both have the network "),
    /** Likewise. */
    VOLUME_NAME("both have the volume "),
    /** A fixed address on a network that exists already. */
    ADDRESS("both have the address "),
    /** The engine's membership in a swarm. */
    SWARM("both need the engine in a swarm"),
    /** The ports of the engine's machine, where it is not known which. */
    HOST_NETWORK("both are on the host's network"),
    /** A machine that is a host of the scenario, beside any engine of the batch. */
    MACHINE("both use the machine ");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** One that nobody shares. */
  static ThingLock of(Kind kind, String name) {
    return new ThingLock(kind, name, false);
  }

  @Override
  public Optional<String> clash(Lock other) {
    boolean same =
        other instanceof ThingLock theirs
            && kind == theirs.kind
            && name.equals(theirs.name)
            && !(shared && theirs.shared);
    return same ? Optional.of(kind.words + name) : Optional.empty();
  }

  @Override
  public boolean isEverywhere() {
    return kind == Kind.MACHINE;
  }
}
