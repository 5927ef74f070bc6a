package io.labrun.run.engine;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One run of a service's container, planned, under way or ended.
 *
 * @param id its id
 * @param nodeId the node that it was given to; empty text as long as there is none
 * @param slot its number among the service's tasks, from 1; empty of a global service's
 * @param state how far it is: {@code new}, {@code pending}, {@code assigned}, {@code preparing},
 *     {@code starting}, {@code running}, {@code complete}, {@code shutdown}, {@code failed}, {@code
 *     rejected} ...
 * @param desiredState what the swarm wants of it: {@code running}, {@code shutdown}, {@code remove}
 *     ...
 * @param error why it is not so, in the engine's words; empty where all is well
 * @param containerId its container on that node; empty as long as there is none
 * @param image what its container is made from
 * @param created when the swarm planned it
 */
public record SwarmTask(
    String id,
    String nodeId,
    Optional<Long> slot,
    String state,
    String desiredState,
    Optional<String> error,
    Optional<String> containerId,
    String image,
    Instant created) {

  private static final Set<String> OVER = Set.of("failed", "rejected", "complete", "orphaned");

  /** Whether it has ended by itself, or never began. */
  public boolean isOver() {
    return OVER.contains(state);
  }

  /** Whether it runs and shall. */
  public boolean runs() {
    return state.equals("running") && desiredState.equals("running");
  }
}
