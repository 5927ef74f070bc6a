package io.labrun.run.engine;

import java.util.Locale;

/** What an engine keeps. */
public enum ObjectKind {
  /** A swarm's service; it stands first, for what it makes must go after it. */
  SERVICE,
  /** A container. */
  CONTAINER,
  /** A network. */
  NETWORK,
  /** A volume. */
  VOLUME,
  /** An image. */
  IMAGE,
  /** The engine itself: {@code GET /info}. */
  ENGINE,
  /** The engine's version and that of its parts: {@code GET /version}. */
  VERSION;

  /** The word for it, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
