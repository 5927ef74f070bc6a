package io.labrun.run;

import io.labrun.run.engine.SwarmTask;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Tasks;
import io.labrun.scenario.spec.DeploySpec;
import io.labrun.scenario.spec.Healthcheck;
import io.labrun.scenario.spec.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Waits for a service's tasks.
 *
 * <p>It looks by the clock, for a swarm has no events of tasks. A task with a health check runs,
 * for the swarm, when it is healthy.
 */
final class Rollout {
  /** How long it waits between two looks. */
  static final long PAUSE_MILLIS = 200;

  private static final Duration START = Duration.ofSeconds(60);

  /** A program that ends at once has run for a moment: so long the tasks must go on running. */
  private static final Duration SETTLED = Duration.ofMillis(500);

  /** A node may just be joining; after that a task without a node is not expected to get one. */
  private static final Duration PLANNING = Duration.ofSeconds(10);

  private static final Duration HEALTH = Duration.ofSeconds(30);

  private final Lab lab;
  private final Tasks tasks;
  private final Cancellation cancellation;

  Rollout(Lab lab, Cancellation cancellation) {
    this.lab = lab;
    this.tasks = lab.tasks();
    this.cancellation = cancellation;
  }

  /** The ids of the tasks that a service has had until now. */
  Set<String> known(String key) {
    return tasks.all(key).stream().map(SwarmTask::id).collect(Collectors.toSet());
  }

  /** Waits until as many tasks run as the service is to have. */
  void awaitRunning(String key, ServiceSpec spec, Set<String> before) {
    if (spec.deploy().mode() == DeploySpec.Mode.REPLICATED) {
      awaitRunning(key, spec, before, spec.deploy().wanted());
    } else {
      await(key, spec, before, all -> onEachNode(key, spec, all));
    }
  }

  /**
   * Waits until so many tasks run.
   *
   * @param before tasks whose failure is an old story
   */
  void awaitRunning(String key, ServiceSpec spec, Set<String> before, long wanted) {
    await(key, spec, before, all -> wanted);
  }

  /** Which nodes constraints leave only the swarm knows: then it is those that it has chosen. */
  private long onEachNode(String key, ServiceSpec spec, List<SwarmTask> all) {
    if (spec.deploy().placement().constraints().isEmpty()) {
      return lab.nodes().ready(key);
    }
    return Math.max(1, all.stream().filter(task -> task.desiredState().equals("running")).count());
  }

  private void await(
      String key, ServiceSpec spec, Set<String> before, ToLongFunction<List<SwarmTask>> wanted) {
    Duration limit = limit(spec);
    RolloutProblems problems = new RolloutProblems(lab, key);
    Stopwatch watch = new Stopwatch();
    Optional<Duration> runningSince = Optional.empty();
    while (true) {
      List<SwarmTask> all = tasks.all(key);
      Duration now = watch.elapsed();
      long running = all.stream().filter(SwarmTask::runs).count();
      long count = wanted.applyAsLong(all);
      runningSince = running == count ? runningSince.or(() -> Optional.of(now)) : Optional.empty();
      if (runningSince.filter(since -> now.minus(since).compareTo(SETTLED) >= 0).isPresent()) {
        return;
      }
      List<SwarmTask> fresh = all.stream().filter(task -> !before.contains(task.id())).toList();
      Optional<SwarmTask> over = fresh.stream().filter(SwarmTask::isOver).findFirst();
      if (over.isPresent()) {
        throw problems.over(over.get());
      }
      boolean unplaced = fresh.stream().noneMatch(task -> !task.nodeId().isEmpty());
      boolean late = now.compareTo(running == 0 && unplaced ? PLANNING : limit) > 0;
      if (late && runningSince.isEmpty()) {
        List<String> constraints = spec.deploy().placement().constraints();
        throw problems.late(running, count, all, unplaced ? constraints : List.of());
      }
      cancellation.pauseAndCheck(PAUSE_MILLIS);
    }
  }

  /** How long tasks may take to run, in the worst case of their health check. */
  private static Duration limit(ServiceSpec spec) {
    Optional<Healthcheck> health = spec.healthcheck().filter(check -> !check.isNone());
    Duration one =
        health
            .map(h -> h.interval().orElse(HEALTH).plus(h.timeout().orElse(HEALTH)))
            .orElse(Duration.ZERO);
    return START
        .plus(health.flatMap(Healthcheck::startPeriod).orElse(Duration.ZERO))
        .plus(one.multipliedBy(health.flatMap(Healthcheck::retries).orElse(3) + 1L));
  }
}
