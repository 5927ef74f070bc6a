package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.run.engine.SwarmTask;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tasks of a lab's services, each with a key of its own as if it were a container: {@code
 * web.1}, or {@code web.NODE} where a service is global.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Tasks {
  private static final int MOST_TOLD = 10;
  private static final Comparator<SwarmTask> IN_ORDER =
      Comparator.comparingLong((SwarmTask task) -> task.slot().orElse(0L))
          .thenComparing(SwarmTask::nodeId);

  private final Lab lab;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  /** Of which service a task is, and on which host. */
  private record Seen(String service, String host) {}

  Tasks(Lab lab) {
    this.lab = lab;
  }

  /** The service that a task belongs to, by the task's key; empty for any other key. */
  public Optional<String> serviceOf(String key) {
    return Optional.ofNullable(seen.get(key)).map(Seen::service);
  }

  /** The host that a task is on; empty for what is no task. */
  Optional<String> hostOf(String key) {
    return Optional.ofNullable(seen.get(key)).map(Seen::host);
  }

  /** The keys of all tasks that were looked at. */
  public List<String> keys() {
    return seen.keySet().stream().sorted().toList();
  }

  /** All tasks of a service that the swarm remembers, newest first. */
  public List<SwarmTask> all(String service) {
    return lab.engineOfService(service).swarm().tasks(lab.services().get(service));
  }

  /**
   * Looks which tasks of a service run now, and knows them from then on as containers.
   *
   * @return their keys in the order of their numbers
   * @throws ProblemException if none runs
   */
  public List<String> running(String service) {
    TaskNames names = lab.nodes().names(service);
    List<SwarmTask> tasks = all(service);
    List<SwarmTask> running = tasks.stream().filter(SwarmTask::runs).sorted(IN_ORDER).toList();
    forget(service);
    if (running.isEmpty()) {
      throw ProblemException.passing(
          Problem.of("no task of the service `" + service + "` runs")
              .details(tasks.stream().limit(MOST_TOLD).map(names::told).toList()));
    }
    return running.stream().map(task -> meet(task, names)).toList();
  }

  /** As {@link #running}, but of tasks that nobody can look at only those are left out. */
  public List<String> reachable(String service) {
    TaskNames names = lab.nodes().names(service);
    List<SwarmTask> running =
        all(service).stream().filter(SwarmTask::runs).sorted(IN_ORDER).toList();
    forget(service);
    List<String> keys = new ArrayList<>();
    for (SwarmTask task : running) {
      try {
        keys.add(meet(task, names));
      } catch (ProblemException e) {
        continue;
      }
    }
    return keys;
  }

  /**
   * The containers that a name stands for, by their keys: those of a service's running tasks, of
   * one task, or the container itself.
   *
   * @throws ProblemException if no task runs that is so named
   */
  public List<String> named(String name) {
    Optional<String> service =
        lab.plan().scenario().services().keySet().stream()
            .filter(key -> name.equals(key) || name.startsWith(key + "."))
            .findFirst();
    if (service.isEmpty() || lab.plan().scenario().containers().containsKey(name)) {
      return List.of(name);
    }
    List<String> keys = running(service.get());
    if (name.equals(service.get())) {
      return keys;
    }
    if (!keys.contains(name)) {
      throw ProblemException.passing(
          Problem.of("no task `%s` of the service `%s` runs".formatted(name, service.get()))
              .details(List.of("there run: " + String.join(", ", keys))));
    }
    return List.of(name);
  }

  /** Knows a task from now on as a container; its key. */
  private String meet(SwarmTask task, TaskNames names) {
    String key = names.of(task);
    seen.put(key, new Seen(names.service(), host(key, task, names)));
    lab.containers().stands(key, task.containerId().orElseThrow());
    return key;
  }

  private void forget(String service) {
    seen.entrySet()
        .removeIf(
            task -> {
              boolean gone = task.getValue().service().equals(service);
              if (gone) {
                lab.containers().gone(task.getKey());
              }
              return gone;
            });
  }

  private String host(String key, SwarmTask task, TaskNames names) {
    String host =
        lab.nodes().hostOf(task.nodeId()).orElseThrow(() -> unreachable(key, task, names));
    if (lab.hosts().find(host).isEmpty()) {
      throw ProblemException.passing(
          Problem.of(
              "`%s` is on the host `%s`, which is switched off, and the swarm has not noticed yet"
                  .formatted(key, host)));
    }
    return host;
  }

  private static ProblemException unreachable(String key, SwarmTask task, TaskNames names) {
    return ProblemException.passing(
        Problem.of(
                "`%s` runs on the node `%s`, whose engine does not answer"
                    .formatted(key, names.node(task).orElse(task.nodeId())))
            .help("a check can only look at tasks on the scenario's own hosts"));
  }
}
