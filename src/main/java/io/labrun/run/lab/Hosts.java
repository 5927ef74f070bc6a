package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.plan.Placement;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The engines of a lab: the main one, and one on each of its hosts.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Hosts implements AutoCloseable {
  private final Engine main;
  private final Map<String, String> containers = new ConcurrentHashMap<>();
  private final Map<String, Engine> engines = new ConcurrentHashMap<>();

  /** The engines of a lab that has none but the main one yet. */
  Hosts(Engine main) {
    this.main = main;
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

  /** The id of the container that is a host; one that was made must be named. */
  public String container(String host) {
    return Optional.ofNullable(containers.get(host)).orElseThrow(() -> missing(host));
  }

  /**
   * The IPv4 address of a host on the network that the hosts share.
   *
   * @throws ProblemException if it has none, being switched off
   */
  public String address(String host) {
    Tree tree = new Tree(main.inspect(ObjectKind.CONTAINER, container(host)));
    Object networks = tree.at("NetworkSettings", "Networks").orElse(Map.of());
    return ((Map<?, ?>) networks)
        .values().stream()
            .flatMap(network -> new Tree(network).text("IPAddress").stream())
            .findFirst()
            .orElseThrow(() -> missing(host));
  }

  /** The engine on a host, if it answers; the main engine always does. */
  public Optional<Engine> find(String host) {
    return host.equals(Placement.MAIN) ? Optional.of(main) : Optional.ofNullable(engines.get(host));
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
    return Map.copyOf(engines);
  }

  /** Closes the connections to the hosts' engines, not that to the main engine. */
  @Override
  public void close() {
    all().keySet().forEach(this::gone);
  }
}
