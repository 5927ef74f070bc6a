package io.labrun.run.lab;

import io.labrun.event.Problem;
import io.labrun.plan.Placement;
import io.labrun.run.engine.Engine;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The engines of a lab: the scenario's own, and one on each of its hosts.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Hosts implements AutoCloseable {
  private final Engine own;
  private final Map<String, Engine> engines = new ConcurrentHashMap<>();

  /** The engines of a lab that has none but the scenario's own yet. */
  Hosts(Engine own) {
    this.own = own;
  }

  /** The engine on a host now answers. */
  public void stands(String host, Engine engine) {
    Engine before = engines.put(host, engine);
    if (before != null) {
      before.close();
    }
  }

  /** The engine on a host does not answer any more. */
  public void gone(String host) {
    Optional.ofNullable(engines.remove(host)).ifPresent(Engine::close);
  }

  /** The engine on a host, if it answers; the scenario's own always does. */
  public Optional<Engine> find(String host) {
    return host.equals(Placement.OWN) ? Optional.of(own) : Optional.ofNullable(engines.get(host));
  }

  /**
   * The engine on a host.
   *
   * @throws ProblemException if it does not stand at this point
   */
  public Engine engine(String host) {
    return find(host)
        .orElseThrow(
            () ->
                ProblemException.lasting(
                    Problem.of("the host `" + host + "` does not stand at this point")
                        .help("an action has stopped it: `start-host` starts it again")));
  }

  /** The engines of all hosts that stand, by host; the scenario's own is not among them. */
  public Map<String, Engine> all() {
    return Map.copyOf(engines);
  }

  /** Closes the connections to the hosts' engines, not that to the scenario's own. */
  @Override
  public void close() {
    all().keySet().forEach(this::gone);
  }
}
