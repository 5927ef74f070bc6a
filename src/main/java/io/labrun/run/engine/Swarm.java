package io.labrun.run.engine;

import java.util.List;
import java.util.Map;

/**
 * An engine's part in a swarm: several engines that share networks and services.
 *
 * <p>As with {@link Engine} every call has a deadline and fails with an {@link EngineException}. On
 * an engine that is no manager of a swarm all calls but {@link #init}, {@link #join} and {@link
 * #leave} fail with kind {@link EngineException.Kind#NO_MANAGER}.
 */
public interface Swarm {
  /** The port on which an engine talks with the other engines of its swarm. */
  int PORT = 2377;

  /**
   * Makes the engine the first manager of a new swarm; it listens on every address it has.
   *
   * @param advertiseAddress the address under which the others reach it
   * @param labels what the swarm itself carries
   * @return with which the others join
   */
  JoinTokens init(String advertiseAddress, Map<String, String> labels);

  /**
   * Makes the engine a swarm of its own, which nobody from outside can reach or join.
   *
   * @param labels what the swarm itself carries
   */
  void initAlone(Map<String, String> labels);

  /**
   * Makes the engine a member of a swarm that there is.
   *
   * @param advertiseAddress the address under which the others reach it
   * @param managers where managers are reached, as {@code host:port}; one that answers is enough
   * @param token makes it a worker or a manager
   */
  void join(String advertiseAddress, List<String> managers, String token);

  /** Takes the engine out of its swarm, by force; no failure where it is in none. */
  void leave();

  /** With which other engines join. */
  JoinTokens tokens();

  /** All engines of the swarm, in no order. */
  List<SwarmNode> nodes();

  /** Makes a service and gives its id, without waiting for its tasks. */
  String createService(ServiceRequest request);

  /** Asks for another number of tasks of a replicated service, without waiting for them. */
  void scale(String serviceId, long replicas);

  /**
   * Makes a service as is requested and has its tasks replaced, without waiting for that. How many
   * tasks it has stays as it is.
   */
  void updateService(String serviceId, ServiceRequest request);

  /**
   * Removes a service and waits until its tasks have gone, and their containers on this engine;
   * these are not given time to end. No failure where there is none.
   */
  void removeService(String serviceId);

  /** A service's tasks, also those that have ended as far as the swarm remembers, newest first. */
  List<SwarmTask> tasks(String serviceId);
}
