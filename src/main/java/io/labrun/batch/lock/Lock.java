package io.labrun.batch.lock;

import java.util.Optional;

/** Something that a run takes for itself as long as it is up. */
sealed interface Lock permits SubnetLock, PortLock, FolderLock, ThingLock {

  /**
   * What both take, in words: {@code both publish port 8080/tcp}; empty if both can be up at once.
   */
  Optional<String> clash(Lock other);

  /** Whether it is the same thing whatever engine the run is on. */
  default boolean isEverywhere() {
    return false;
  }
}
