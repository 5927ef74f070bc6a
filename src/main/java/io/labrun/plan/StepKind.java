package io.labrun.plan;

/** What a step of a plan does. */
public enum StepKind {
  /**
   * Makes sure that an image is there, on the main engine or on a host; the key is its reference.
   */
  IMAGE,
  /** Builds an image; the key is that of the first container that is made from it. */
  BUILD,
  /** Makes the network that the hosts share; the key is {@link #UNDERLAY_KEY}. */
  UNDERLAY,
  /** Makes a host and waits for its engine. */
  HOST,
  /** Makes a host a member of the swarm; the main engine, under the empty key, one of its own. */
  SWARM,
  /** Makes a network, or finds an external one. */
  NETWORK,
  /** Makes a volume, or finds an external one. */
  VOLUME,
  /** Makes a container and starts it. */
  CONTAINER,
  /** Makes a Swarm service and waits until its tasks run. */
  SERVICE,
  /** Waits until a container is healthy, if it has a health check. */
  HEALTHY,
  /** Waits until a container has ended with exit code 0. */
  COMPLETED,
  /** Makes the tool container in a container's network namespace; the key is the container's. */
  PROBE;

  /** The key of the network that the hosts share. */
  public static final String UNDERLAY_KEY = "underlay";
}
