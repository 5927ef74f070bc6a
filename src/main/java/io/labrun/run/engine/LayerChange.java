package io.labrun.run.engine;

/**
 * A path that a container's own layer has another way than its image.
 *
 * @param kind how
 * @param path the whole path
 */
public record LayerChange(Kind kind, String path) {

  /** How it differs. */
  public enum Kind {
    /** It is in the image too, with other content or attributes. */
    CHANGED,
    /** It is not in the image. */
    ADDED,
    /** It is only in the image. */
    DELETED
  }
}
