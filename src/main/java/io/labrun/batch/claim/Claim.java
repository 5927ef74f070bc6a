package io.labrun.batch.claim;

import java.util.Optional;

/** Something that a run takes for itself as long as it is up. */
sealed interface Claim permits SubnetClaim, PortClaim, FolderClaim, ThingClaim {

  /**
   * What both take, in words: {@code both publish port 8080/tcp}; empty if both can be up at once.
   */
  Optional<String> clash(Claim other);

  /** Whether it is the same thing whatever engine the run is on. */
  default boolean isEverywhere() {
    return false;
  }
}
