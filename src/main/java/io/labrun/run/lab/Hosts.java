package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.plan.Placement;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The engines of a lab: the main one, and one on each of its hosts.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Hosts implements AutoCloseable {
  private final Engine main;
  private final Map<String, Engine> machines = new ConcurrentHashMap<>();
  private final Map<String, String> containers = new ConcurrentHashMap<>();
  private final Map<String, Engine> engines = new ConcurrentHashMap<>();

  /** The engines of a lab that has none but the main one yet. */
  Hosts(Engine main) {
    this.main = main;
  }

  /** A host is a machine of its own; its engine is somebody else's to close. */
  public void machine(String host, Engine engine) {
    machines.put(host, engine);
  }

  /** Whether a host is a machine of its own, and not a container of the main engine. */
  public boolean isMachine(String host) {
    return machines.containsKey(host);
  }

  /** The engines of the hosts that are machines of their own, by host. */
  public Map<String, Engine> machines() {
    return Map.copyOf(machines);
  }

  /** A host now stands, switched off, as a container of the main engine. */
  public void stands(String host, String containerId) {
    containers.put(host, containerId);
  }

  /** The engine on a host now answers. */
  public void answers(String host, Engine engine) {
    Optional.ofNullable(engines.put(host, engine)).ifPresent(Engine::close);
  }

  /** The engine on a host does not answer any more. */
  public void gone(String host) {
    Optional.ofNullable(engines.remove(host)).ifPresent(Engine::close);
  }

  /**
   * The id of the container that is a host.
   *
   * @throws ProblemException if the host is a machine of its own
   */
  public String container(String host) {
    if (isMachine(host)) {
      throw ProblemException.lasting(
          Problem.of("the host `" + host + "` is a machine of its own: labrun leaves it as it is")
              .help("without `--host-of` the host is made for the run, and then that can be done"));
    }
    return Optional.ofNullable(containers.get(host)).orElseThrow(() -> missing(host));
  }

  /**
   * The IPv4 address of a host on the network that the hosts share; of a machine of its own, the
   * one under which labrun reaches it.
   *
   * @throws ProblemException if it has none, being switched off
   */
  public String address(String host) {
    if (isMachine(host)) {
      return MachineAddress.of(host, machines.get(host).facts().address());
    }
    return place(host, "IPAddress");
  }

  /**
   * The IPv4 address that a host has whenever it is switched on.
   *
   * @throws ProblemException if the host is a machine of its own
   */
  public String fixedAddress(String host) {
    return place(host, "IPAMConfig", "IPv4Address");
  }

  /**
   * The IPv4 address at which a host reaches the machine of the main engine.
   *
   * @throws ProblemException if the host is switched off, or a machine of its own
   */
  public String gateway(String host) {
    return place(host, "Gateway");
  }

  /** What the main engine says of a host's place on the network that the hosts share. */
  private String place(String host, String... path) {
    Tree tree = new Tree(main.inspect(ObjectKind.CONTAINER, container(host)));
    Object networks = tree.at("NetworkSettings", "Networks").orElse(Map.of());
    return ((Map<?, ?>) networks)
        .values().stream()
            .flatMap(network -> new Tree(network).text(path).stream())
            .findFirst()
            .orElseThrow(() -> missing(host));
  }

  /** The engine on a host, if it answers; the main engine always does. */
  public Optional<Engine> find(String host) {
    return host.equals(Placement.MAIN)
        ? Optional.of(main)
        : Optional.ofNullable(engines.get(host)).or(() -> Optional.ofNullable(machines.get(host)));
  }

  /**
   * The engine on a host.
   *
   * @throws ProblemException if the host is switched off at this point
   */
  public Engine engine(String host) {
    return find(host).orElseThrow(() -> missing(host));
  }

  private static ProblemException missing(String host) {
    return ProblemException.lasting(
        Problem.of("the host `" + host + "` is switched off at this point")
            .help("`start-host` switches on again what `stop-host` has switched off"));
  }

  /** The engines of all hosts that answer, by host; the main engine is not among them. */
  public Map<String, Engine> all() {
    Map<String, Engine> out = new HashMap<>(machines);
    out.putAll(engines);
    return out;
  }

  /** Closes the connections to the hosts' engines, not that to the main engine. */
  @Override
  public void close() {
    Set.copyOf(engines.keySet()).forEach(this::gone);
  }
}
