package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.ObjectKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Removes services of a swarm, and waits for their tasks. */
final class ServiceRemoval {
  /**
   * It takes a swarm 15 s to notice that a node is lost; such a node's tasks are not waited for.
   */
  private static final Duration TASKS_GO = Duration.ofSeconds(20);

  private final Wire wire;
  private final Containers containers;
  private final Inspection inspection;

  ServiceRemoval(Wire wire, Containers containers) {
    this.wire = wire;
    this.containers = containers;
    this.inspection = new Inspection(wire);
  }

  /** Removes a service and waits until its tasks have gone; nothing if it has gone already. */
  void remove(String id) {
    String whole = id;
    try {
      whole = Json.text(inspection.read(ObjectKind.SERVICE, id), "ID");
      wire.command("removing a service", client -> client.removeServiceCmd(id).exec());
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
    awaitGone(whole);
  }

  /**
   * Ends the tasks at once, for their time to end would be spent for nothing. Their containers are
   * the swarm's to remove as long as it has the tasks: it stumbles if they go before.
   */
  private void awaitGone(String id) {
    Patience patience = new Patience(TASKS_GO);
    do {
      List<Map<String, Object>> left = taskContainers(id);
      boolean planned = isPlanned(id);
      if (left.isEmpty() && !planned) {
        return;
      }
      left.forEach(container -> end(container, planned));
    } while (patience.pause());
    throw new EngineException(
        Kind.TIMEOUT,
        "the service is removed, but after %d s tasks of it still stand%s"
            .formatted(TASKS_GO.toSeconds(), named(taskContainers(id))));
  }

  /** The containers of tasks, for a sentence's end; empty where the swarm alone has the tasks. */
  private static String named(List<Map<String, Object>> containers) {
    String names =
        containers.stream()
            .flatMap(container -> Json.list(container, "Names").stream().limit(1))
            .map(name -> name.toString().replaceFirst("^/", ""))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : ": " + names;
  }

  private void end(Map<String, Object> container, boolean planned) {
    String id = Json.text(container, "Id");
    if (!planned) {
      containers.remove(id);
    } else if (Json.text(container, "State").equals("running")) {
      try {
        containers.kill(id, "SIGKILL");
      } catch (EngineException e) {
        if (e.kind() != Kind.CONFLICT && e.kind() != Kind.NOT_FOUND) {
          throw e;
        }
      }
    }
  }

  private List<Map<String, Object>> taskContainers(String id) {
    String label = "com.docker.swarm.service.id=" + id;
    String filters = wire.json().write(Map.of("label", List.of(label)));
    return wire.list("/containers/json?all=1&filters=" + Paths.segment(filters));
  }

  /**
   * Whether a node that answers still has a task of it: those of a lost node the swarm keeps. All
   * tasks are asked for, since the engine refuses to list those of a service that has gone.
   */
  private boolean isPlanned(String id) {
    List<String> nodes =
        wire.list("/tasks").stream()
            .filter(task -> Json.text(task, "ServiceID").equals(id))
            .map(task -> Json.text(task, "NodeID"))
            .toList();
    return !nodes.isEmpty()
        && wire.list("/nodes").stream()
            .filter(node -> Json.text(Json.map(node, "Status"), "State").equals("ready"))
            .anyMatch(node -> nodes.contains(Json.text(node, "ID")));
  }
}
