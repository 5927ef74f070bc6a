package io.labrun.run.lab;

import io.labrun.run.engine.SwarmTask;
import java.util.Map;
import java.util.Optional;

/**
 * What to call the tasks of a service.
 *
 * @param service its key
 * @param nodes the host names of its swarm's nodes, by id
 */
public record TaskNames(String service, Map<String, String> nodes) {

  /**
   * The name of a task: {@code web.1}, or with its node's host name where the service is global.
   */
  public String of(SwarmTask task) {
    return service + "." + task.slot().map(String::valueOf).orElseGet(() -> node(task).orElse("?"));
  }

  /** The host name of the node that a task is on; empty if that node is gone. */
  public Optional<String> node(SwarmTask task) {
    return Optional.ofNullable(nodes.get(task.nodeId()));
  }

  /** How a task is, in a line: {@code web.1 on worker: failed, task: non-zero exit (1)}. */
  public String told(SwarmTask task) {
    String where = task.nodeId().isEmpty() ? "" : " on " + node(task).orElse("?");
    String why = task.error().map(error -> ", " + error).orElse("");
    return of(task) + where + ": " + task.state() + why;
  }
}
