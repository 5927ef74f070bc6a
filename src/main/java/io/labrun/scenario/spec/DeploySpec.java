package io.labrun.scenario.spec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a swarm spreads, bounds, restarts and updates a service (Compose Deploy Specification).
 *
 * @param mode how many tasks there are
 * @param replicas the number of tasks; empty for one; means nothing for a global service
 * @param endpointMode {@code vip} or {@code dnsrr}; empty for the engine's {@code vip}
 * @param placement which nodes may have tasks
 * @param limits how much a task may use at most
 * @param reservations how much a node must have free for a task
 * @param restart what happens when a task ends; empty for the engine's choice: always again
 * @param update how tasks are replaced; empty for the engine's choice: one after another
 * @param rollback how tasks are replaced on the way back; empty for the engine's choice
 * @param labels the author's labels of the service itself
 */
public record DeploySpec(
    Mode mode,
    Optional<Long> replicas,
    Optional<String> endpointMode,
    Placement placement,
    Amounts limits,
    Amounts reservations,
    Optional<Restart> restart,
    Optional<Update> update,
    Optional<Update> rollback,
    Map<String, String> labels) {

  /** How many tasks a service has. */
  public enum Mode {
    /** As many as {@code replicas} says. */
    REPLICATED,
    /** One on each node. */
    GLOBAL
  }

  /**
   * Which nodes may have tasks.
   *
   * @param constraints {@code node.role == worker} ...; all must hold
   * @param spread labels over whose values the tasks are spread, {@code node.labels.zone}
   * @param maxReplicasPerNode how many tasks one node may have; empty for no limit
   */
  public record Placement(
      List<String> constraints, List<String> spread, Optional<Long> maxReplicasPerNode) {

    private static Placement read(View view) {
      return new Placement(
          view.texts("constraints"),
          view.views("preferences").stream().flatMap(p -> p.text("spread").stream()).toList(),
          view.whole("max_replicas_per_node"));
    }
  }

  /**
   * What a task may use, or needs.
   *
   * @param cpus processors' worth of time, such as 0.5
   * @param memory in bytes
   * @param pids how many processes
   */
  public record Amounts(Optional<Double> cpus, Optional<Long> memory, Optional<Long> pids) {
    private static Amounts read(View view) {
      return new Amounts(view.number("cpus"), view.bytes("memory"), view.whole("pids"));
    }
  }

  /**
   * What happens when a task ends.
   *
   * @param condition {@code none}, {@code on-failure} or {@code any}; empty for {@code any}
   * @param delay the pause before it is started again; empty for the engine's 5 s
   * @param maxAttempts how often at most; empty for no limit
   * @param window the time over which attempts are counted; empty for all time
   */
  public record Restart(
      Optional<String> condition,
      Optional<Duration> delay,
      Optional<Long> maxAttempts,
      Optional<Duration> window) {

    private static Restart read(View view) {
      return new Restart(
          view.text("condition"),
          view.duration("delay"),
          view.whole("max_attempts"),
          view.duration("window"));
    }
  }

  /**
   * How tasks are replaced by others.
   *
   * @param parallelism how many at once, 0 for all; empty for one
   * @param delay the pause between two groups; empty for none
   * @param failureAction {@code continue}, {@code pause} or {@code rollback}; empty for {@code
   *     pause}
   * @param monitor how long a new task is watched for failure; empty for the engine's 5 s
   * @param maxFailureRatio the share of failures that is borne, 0 to 1; empty for 0
   * @param order {@code stop-first} or {@code start-first}; empty for {@code stop-first}
   */
  public record Update(
      Optional<Long> parallelism,
      Optional<Duration> delay,
      Optional<String> failureAction,
      Optional<Duration> monitor,
      Optional<Double> maxFailureRatio,
      Optional<String> order) {

    private static Update read(View view) {
      return new Update(
          view.whole("parallelism"),
          view.duration("delay"),
          view.text("failure_action"),
          view.duration("monitor"),
          view.number("max_failure_ratio"),
          view.text("order"));
    }
  }

  static DeploySpec read(View view) {
    View resources = view.view("resources");
    return new DeploySpec(
        view.text("mode").filter("global"::equals).isPresent() ? Mode.GLOBAL : Mode.REPLICATED,
        view.whole("replicas"),
        view.text("endpoint_mode"),
        Placement.read(view.view("placement")),
        Amounts.read(resources.view("limits")),
        Amounts.read(resources.view("reservations")),
        view.map().mapping("restart_policy").map(map -> Restart.read(view.view("restart_policy"))),
        view.map().mapping("update_config").map(map -> Update.read(view.view("update_config"))),
        view.map().mapping("rollback_config").map(map -> Update.read(view.view("rollback_config"))),
        view.pairs("labels"));
  }

  /** How many tasks a replicated service is to have. */
  public long wanted() {
    return replicas.orElse(1L);
  }
}
