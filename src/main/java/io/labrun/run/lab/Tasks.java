package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.plan.Placement;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Swarm;
import io.labrun.run.engine.SwarmNode;
import io.labrun.run.engine.SwarmTask;
import io.labrun.run.engine.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The tasks of a lab's services, each with a key of its own as if it were a container: {@code
 * web.1}, or {@code web.NODE} where a service is global.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Tasks {
  private static final int LAST_WORDS = 10;
  private final Lab lab;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final Map<String, String> hostsByNode = new ConcurrentHashMap<>();

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

  /**
   * Looks which tasks of a service run now, and knows them from then on as containers.
   *
   * @return their keys in the order of their numbers
   * @throws ProblemException if none runs
   */
  public List<String> running(String service) {
    Map<String, String> nodes = nodes(service);
    List<SwarmTask> tasks = all(service);
    List<SwarmTask> running = tasks.stream().filter(SwarmTask::runs).sorted(this::order).toList();
    forget(service);
    if (running.isEmpty()) {
      throw ProblemException.passing(
          Problem.of("no task of the service `" + service + "` runs")
              .details(
                  tasks.stream().limit(LAST_WORDS).map(t -> told(service, t, nodes)).toList()));
    }
    return running.stream().map(task -> meet(service, task, nodes)).toList();
  }

  /** As {@link #running}, but of tasks that nobody can look at only those are left out. */
  public List<String> reachable(String service) {
    Map<String, String> nodes = nodes(service);
    List<SwarmTask> running =
        all(service).stream().filter(SwarmTask::runs).sorted(this::order).toList();
    forget(service);
    List<String> keys = new ArrayList<>();
    for (SwarmTask task : running) {
      try {
        keys.add(meet(service, task, nodes));
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
  private String meet(String service, SwarmTask task, Map<String, String> nodes) {
    String key = name(service, task, nodes);
    seen.put(key, new Seen(service, host(key, task, nodes)));
    lab.containerStands(key, task.containerId().orElseThrow());
    return key;
  }

  private int order(SwarmTask one, SwarmTask other) {
    int bySlot = Long.compare(one.slot().orElse(0L), other.slot().orElse(0L));
    return bySlot == 0 ? one.nodeId().compareTo(other.nodeId()) : bySlot;
  }

  private void forget(String service) {
    seen.entrySet()
        .removeIf(
            task -> {
              boolean gone = task.getValue().service().equals(service);
              if (gone) {
                lab.containerGone(task.getKey());
              }
              return gone;
            });
  }

  /** All tasks of a service that the swarm remembers, newest first. */
  public List<SwarmTask> all(String service) {
    return swarm(service).tasks(lab.service(service));
  }

  /** The host names of the nodes of a service's swarm, by id. */
  public Map<String, String> nodes(String service) {
    Map<String, String> out = new ConcurrentHashMap<>();
    swarm(service).nodes().forEach(node -> out.put(node.id(), node.hostname()));
    return out;
  }

  /** How the nodes of a service's swarm are, and which labels they have, a line each. */
  public List<String> placesToRun(String service) {
    return swarm(service).nodes().stream().map(Tasks::told).sorted().toList();
  }

  private static String told(SwarmNode node) {
    String labels =
        node.labels().entrySet().stream()
            .map(label -> ", node.labels." + label.getKey() + " " + label.getValue())
            .sorted()
            .collect(Collectors.joining());
    String free =
        isReady(node) ? "" : ", takes no tasks: " + node.state() + ", " + node.availability();
    return "the node %s: node.role %s%s%s"
        .formatted(node.hostname(), node.role(), labels.isEmpty() ? ", no labels" : labels, free);
  }

  /** How many nodes of a service's swarm take tasks now. */
  public long readyNodes(String service) {
    return swarm(service).nodes().stream().filter(Tasks::isReady).count();
  }

  private static boolean isReady(SwarmNode node) {
    return node.state().equals("ready") && node.availability().equals("active");
  }

  private Swarm swarm(String service) {
    return lab.engineOfService(service).swarm();
  }

  /** What to call a task: {@code web.1}, or with its node's host name. */
  public String name(String service, SwarmTask task, Map<String, String> nodes) {
    String number =
        task.slot().map(String::valueOf).orElseGet(() -> nodes.getOrDefault(task.nodeId(), "?"));
    return service + "." + number;
  }

  /** How a task is, in a line: {@code web.1 on worker: failed, task: non-zero exit (1)}. */
  public String told(String service, SwarmTask task, Map<String, String> nodes) {
    String where = task.nodeId().isEmpty() ? "" : " on " + nodes.getOrDefault(task.nodeId(), "?");
    return name(service, task, nodes)
        + where
        + ": "
        + task.state()
        + task.error().map(error -> ", " + error).orElse("");
  }

  /**
   * What a task's last health check came to, if that failed, and the last lines that the task
   * printed; empty if there is nothing, or nobody can read it.
   */
  public List<String> lastWords(SwarmTask task) {
    Optional<Engine> engine = known(task.nodeId()).flatMap(lab.hosts()::find);
    if (engine.isEmpty() || task.containerId().isEmpty()) {
      return List.of();
    }
    String id = task.containerId().get();
    List<String> lines = new ArrayList<>();
    try {
      ContainerState.look(engine.get(), id).ifPresent(s -> lines.addAll(s.failedHealthCheck()));
      var log = engine.get().logs(id, LAST_WORDS);
      lines.addAll(log.stdout().lines().toList());
      lines.addAll(log.stderr().lines().toList());
    } catch (EngineException e) {
      return lines;
    }
    return lines;
  }

  private String host(String key, SwarmTask task, Map<String, String> nodes) {
    String node = nodes.getOrDefault(task.nodeId(), task.nodeId());
    String host =
        known(task.nodeId())
            .orElseThrow(
                () ->
                    ProblemException.passing(
                        Problem.of(
                                "`%s` runs on the node `%s`, whose engine does not answer"
                                    .formatted(key, node))
                            .help("a check can only look at tasks on the scenario's own hosts")));
    if (lab.hosts().find(host).isEmpty()) {
      throw ProblemException.passing(
          Problem.of(
              "`%s` is on the host `%s`, which is switched off, and the swarm has not noticed yet"
                  .formatted(key, host)));
    }
    return host;
  }

  /** On which host a node of the swarm is; looks at the engines where that is not known yet. */
  private Optional<String> known(String node) {
    if (!hostsByNode.containsKey(node)) {
      note(Placement.MAIN, lab.engine());
      lab.hosts().all().forEach(this::note);
    }
    return Optional.ofNullable(hostsByNode.get(node));
  }

  private void note(String host, Engine engine) {
    new Tree(engine.inspect(ObjectKind.ENGINE, ""))
        .text("Swarm", "NodeID")
        .ifPresent(node -> hostsByNode.put(node, host));
  }
}
