package io.labrun.plan;

/**
 * Which step.
 *
 * @param kind what it does
 * @param key to what: the resource's key, or an image's reference
 * @param host of an image that is handed over, the host that gets it; empty text for any other
 */
public record StepId(StepKind kind, String key, String host) {

  /** A step that its kind and key name alone. */
  public StepId(StepKind kind, String key) {
    this(kind, key, Placement.MAIN);
  }

  /** Whether it hands an image of the main engine over to a host. */
  public boolean isHandover() {
    return !host.equals(Placement.MAIN);
  }
}
