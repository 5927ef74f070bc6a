package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.plan.Placement;
import io.labrun.plan.Plan;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ExecResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What stands of a scenario while it runs: ids of its objects by key, and captured values.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Lab {
  private static final int LAST_WORDS = 10;
  private final Engine engine;
  private final Plan plan;
  private final Placement placement;
  private final Hosts hosts;
  private final Map<String, String> containers = new ConcurrentHashMap<>();
  private final Map<String, String> networks = new ConcurrentHashMap<>();
  private final Map<String, String> volumes = new ConcurrentHashMap<>();
  private final Map<String, String> services = new ConcurrentHashMap<>();
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

  /** Whether a key is that of a declared container, or of a task. */
  public boolean isContainer(String key) {
    return plan.scenario().containers().containsKey(key) || tasks.serviceOf(key).isPresent();
  }

  /** What it was planned to be. */
  public Plan plan() {
    return plan;
  }

  /** A container now stands under an id. */
  public void containerStands(String key, String id) {
    containers.put(key, id);
  }

  /** A container does not stand any more. */
  public void containerGone(String key) {
    containers.remove(key);
  }

  /** A network now stands under an id. */
  public void networkStands(String key, String id) {
    networks.put(key, id);
  }

  /** A network does not stand any more. */
  public void networkGone(String key) {
    networks.remove(key);
  }

  /** A volume now stands under a name. */
  public void volumeStands(String key, String name) {
    volumes.put(key, name);
  }

  /** A volume does not stand any more. */
  public void volumeGone(String key) {
    volumes.remove(key);
  }

  /** A service now stands under an id. */
  public void serviceStands(String key, String id) {
    services.put(key, id);
  }

  /** A service does not stand any more. */
  public void serviceGone(String key) {
    services.remove(key);
  }

  /** The id of a service, if it stands. */
  public Optional<String> findService(String key) {
    return Optional.ofNullable(services.get(key));
  }

  /** The id of a service that must stand. */
  public String service(String key) {
    return findService(key).orElseThrow(() -> missing("service", key));
  }

  /** The id of a container, if it stands. */
  public Optional<String> findContainer(String key) {
    return Optional.ofNullable(containers.get(key));
  }

  /** The id of a container that must stand; otherwise a problem that trying again cannot mend. */
  public String container(String key) {
    return findContainer(key)
        .orElseThrow(
            () ->
                ProblemException.lasting(
                    Problem.of("there is no container `" + key + "` at this point")
                        .help(
                            Gone.goesAtItsEnd(this, key)
                                ? "it has `rm: true`: once it has ended, the action `start` makes"
                                    + " it anew"
                                : "an action makes it or has removed it: look at `start` and"
                                    + " `do`")));
  }

  /** The id of a network that must stand. */
  public String network(String key) {
    return findNetwork(key).orElseThrow(() -> missing("network", key));
  }

  /** The id of a network, if it stands. */
  public Optional<String> findNetwork(String key) {
    return Optional.ofNullable(networks.get(key));
  }

  /** The full name of a volume that must stand. */
  public String volume(String key) {
    return findVolume(key).orElseThrow(() -> missing("volume", key));
  }

  /** The full name of a volume, if it stands. */
  public Optional<String> findVolume(String key) {
    return Optional.ofNullable(volumes.get(key));
  }

  private static ProblemException missing(String kind, String key) {
    return ProblemException.lasting(
        Problem.of("there is no %s `%s` at this point".formatted(kind, key))
            .help("an action makes it or has deleted it: look at `start`, `create`, `delete`"));
  }

  /** Ids of all containers that stand, by key. */
  public Map<String, String> containers() {
    return Map.copyOf(containers);
  }

  /** Ids of all networks that stand, by key. */
  public Map<String, String> networks() {
    return Map.copyOf(networks);
  }

  /** Keeps a value under a name for later steps. */
  public void capture(String name, String value) {
    captured.put(name, value);
  }

  /** A value kept under a name. */
  public Optional<String> captured(String name) {
    return Optional.ofNullable(captured.get(name));
  }

  /** The last lines that a container printed, for showing why it ended; empty if there are none. */
  public List<String> lastWords(String key) {
    Optional<String> id = findContainer(key);
    if (id.isEmpty()) {
      return List.of();
    }
    try {
      ExecResult log = engineOf(key).logs(id.get(), LAST_WORDS);
      return Stream.concat(log.stdout().lines(), log.stderr().lines()).toList();
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND || Gone.hasLeft(this, key)) {
        return List.of();
      }
      throw e;
    }
  }
}
