package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.run.engine.Engine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands of a scenario while it runs: ids of its objects by key, and captured values.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Lab {
  private final Engine engine;
  private final Plan plan;
  private final Placement placement;
  private final Hosts hosts;
  private final Ids containers = new Ids(this::noContainer);
  private final Ids networks = new Ids(key -> missing("network", key));
  private final Ids volumes = new Ids(key -> missing("volume", key));
  private final Ids services = new Ids(key -> missing("service", key));
  private final SwarmNodes nodes = new SwarmNodes(this);
  private final Tasks tasks = new Tasks(this);
  private final Map<String, String> captured = new ConcurrentHashMap<>();

  /** A lab of which nothing stands yet. */
  public Lab(Engine engine, Plan plan) {
    this.engine = engine;
    this.plan = plan;
    this.placement = Placement.of(plan.scenario());
    this.hosts = new Hosts(engine);
  }

  /** The main engine: on it stands all that is placed on no host. */
  public Engine engine() {
    return engine;
  }

  /** The engines of the scenario's hosts. */
  public Hosts hosts() {
    return hosts;
  }

  /**
   * On which host a subject is: a container by where it is placed, a task by where the swarm has
   * put it, a host on itself; {@link Placement#MAIN} for the main engine.
   */
  public String hostOf(String subject) {
    return plan.scenario().hosts().containsKey(subject)
        ? subject
        : tasks
            .hostOf(subject)
            .orElseGet(() -> placement.containers().getOrDefault(subject, Placement.MAIN));
  }

  /**
   * The engine that a subject is on.
   *
   * @throws ProblemException if its host is switched off at this point
   */
  public Engine engineOf(String subject) {
    return hosts.engine(hostOf(subject));
  }

  /** The engine that a network is placed on. */
  public Engine engineOfNetwork(String network) {
    return hosts.engine(placement.networks().getOrDefault(network, Placement.MAIN));
  }

  /** The engine that a volume is placed on. */
  public Engine engineOfVolume(String volume) {
    return hosts.engine(placement.volumes().getOrDefault(volume, Placement.MAIN));
  }

  /** The engine that a service is told to. */
  public Engine engineOfService(String service) {
    return hosts.engine(placement.services().getOrDefault(service, Placement.MAIN));
  }

  /** The tasks of its services. */
  public Tasks tasks() {
    return tasks;
  }

  /** The nodes of its swarms. */
  public SwarmNodes nodes() {
    return nodes;
  }

  /** Whether a key is that of a declared container, or of a task. */
  public boolean isContainer(String key) {
    return plan.scenario().containers().containsKey(key) || tasks.serviceOf(key).isPresent();
  }

  /** What it was planned to be. */
  public Plan plan() {
    return plan;
  }

  /** The containers that stand; tasks of services too, once they were looked at. */
  public Ids containers() {
    return containers;
  }

  /** The networks that stand. */
  public Ids networks() {
    return networks;
  }

  /** The volumes that stand. */
  public Ids volumes() {
    return volumes;
  }

  /** The services that stand. */
  public Ids services() {
    return services;
  }

  private ProblemException noContainer(String key) {
    return ProblemException.lasting(
        Problem.of("there is no container `" + key + "` at this point")
            .help(
                Gone.goesAtItsEnd(this, key)
                    ? "it has `rm: true`: once it has ended, the action `start` makes it anew"
                    : "an action makes it or has removed it: look at `start` and `do`"));
  }

  private static ProblemException missing(String kind, String key) {
    return ProblemException.lasting(
        Problem.of("there is no %s `%s` at this point".formatted(kind, key))
            .help("an action makes it or has deleted it: look at `start`, `create`, `delete`"));
  }

  /** Keeps a value under a name for later steps. */
  public void capture(String name, String value) {
    captured.put(name, value);
  }

  /** A value kept under a name. */
  public Optional<String> captured(String name) {
    return Optional.ofNullable(captured.get(name));
  }
}
