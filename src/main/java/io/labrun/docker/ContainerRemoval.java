package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ObjectKind;
import java.time.Duration;

/** Removes containers, killing those that run, with their anonymous volumes. */
final class ContainerRemoval {
  /** How long others that share its namespaces may take to go, which Podman wants gone first. */
  private static final Duration SHARERS_GO = Duration.ofSeconds(10);

  private final Wire wire;

  ContainerRemoval(Wire wire) {
    this.wire = wire;
  }

  /** Removes a container; one that is gone already is no failure. */
  void remove(String id) {
    Patience patience = new Patience(SHARERS_GO);
    while (true) {
      try {
        removeOnce(id);
        return;
      } catch (EngineException e) {
        if (!e.getMessage().contains("has dependent containers") || !patience.pause()) {
          throw e;
        }
      }
    }
  }

  private void removeOnce(String id) {
    try {
      if (wire.isPodman()) {
        killFirst(id);
      }
      wire.command(
          "removing a container",
          client -> client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec());
    } catch (EngineException e) {
      if (e.getMessage().contains("is already in progress")) {
        awaitGone(id, e);
      } else if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  /** Podman would ask it to stop, and wait for its grace period to be over. */
  private void killFirst(String id) {
    try {
      wire.command(
          "killing a container", client -> client.killContainerCmd(id).withSignal("KILL").exec());
    } catch (EngineException e) {
      if (e.kind() == Kind.UNREACHABLE || e.kind() == Kind.INTERRUPTED) {
        throw e;
      }
      // It does not run, or is gone.
    }
  }

  private void awaitGone(String id, EngineException inProgress) {
    Patience patience = new Patience(Wire.USUAL);
    do {
      try {
        new Inspection(wire).read(ObjectKind.CONTAINER, id);
      } catch (EngineException e) {
        if (e.kind() == Kind.NOT_FOUND) {
          return;
        }
        throw e;
      }
    } while (patience.pause());
    throw inProgress;
  }
}
