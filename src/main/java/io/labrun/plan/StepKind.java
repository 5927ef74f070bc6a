package io.labrun.plan;

/** What a step of a plan does. */
public enum StepKind {
  /** Makes sure that an image is there; the key is its reference. */
  IMAGE,
  /** Builds an image; the key is that of the first container that is made from it. */
  BUILD,
  /** Makes a network, or finds an external one. */
  NETWORK,
  /** Makes a volume, or finds an external one. */
  VOLUME,
  /** Makes a container and starts it. */
  CONTAINER,
  /** Waits until a container is healthy, if it has a health check. */
  HEALTHY,
  /** Waits until a container has ended with exit code 0. */
  COMPLETED,
  /** Makes the tool container in a container's network namespace; the key is the container's. */
  PROBE
}
