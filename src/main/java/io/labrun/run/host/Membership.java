package io.labrun.run.host;

import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import java.util.List;
import java.util.Map;

/**
 * An engine's part in a swarm at this moment, as the engine tells it.
 *
 * @param swarm what {@code GET /info} says of it
 */
record Membership(Tree swarm) {

  /** Asks an engine. */
  static Membership of(Engine engine) {
    Object info = engine.inspect(ObjectKind.ENGINE, "");
    return new Membership(new Tree(new Tree(info).at("Swarm").orElse(Map.of())));
  }

  /** Whether the engine is in a swarm and can work as its part. */
  boolean isActive() {
    return swarm.text("LocalNodeState").filter("active"::equals).isPresent();
  }

  /** The engine's id within the swarm; empty text where there is none. */
  String node() {
    return swarm.text("NodeID").orElse("");
  }

  /**
   * Whether it is a swarm of labrun's making, and no other one that the engine came to after the
   * run was killed that marked it. A manager knows the swarm's labels, a worker only its managers.
   *
   * @param mark the labels of the mark
   */
  boolean isLabruns(Map<String, String> mark) {
    if (swarm.at("Cluster", "Spec").isPresent()) {
      return swarm.text("Cluster", "Spec", "Labels", Labels.RUN).isPresent();
    }
    List<String> managers =
        swarm.items("RemoteManagers").stream().flatMap(one -> one.text("Addr").stream()).toList();
    String joined = mark.getOrDefault(Labels.MANAGER, "");
    return joined.isEmpty() || managers.isEmpty() || managers.contains(joined);
  }
}
