package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.engine.SwarmTask;
import io.labrun.run.engine.Tree;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.lab.Tasks;
import io.labrun.scenario.spec.DeploySpec;
import io.labrun.scenario.spec.Healthcheck;
import io.labrun.scenario.spec.ServiceSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final long PAUSE_MILLIS = 200;
  private static final Duration START = Duration.ofSeconds(60);

  /** A program that ends at once has run for a moment: so long the tasks must go on running. */
  private static final Duration SETTLED = Duration.ofMillis(500);

  /** A node may just be joining; after that a task without a node is not expected to get one. */
  private static final Duration PLANNING = Duration.ofSeconds(10);

  private static final Duration UPDATE = Duration.ofMinutes(5);

  /** An update that changes nothing has no status: so long its begin is waited for. */
  private static final Duration UPDATE_BEGINS = Duration.ofSeconds(2);

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
      return tasks.readyNodes(key);
    }
    return Math.max(1, all.stream().filter(task -> task.desiredState().equals("running")).count());
  }

  private void await(
      String key, ServiceSpec spec, Set<String> before, ToLongFunction<List<SwarmTask>> wanted) {
    Duration limit = limit(spec);
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
      fresh.stream().filter(Rollout::isOver).findFirst().ifPresent(task -> fail(key, task));
      boolean unplaced = fresh.stream().noneMatch(task -> !task.nodeId().isEmpty());
      boolean late = now.compareTo(running == 0 && unplaced ? PLANNING : limit) > 0;
      if (late && runningSince.isEmpty()) {
        throw late(
            key,
            running,
            count,
            all,
            unplaced ? spec.deploy().placement().constraints() : List.of());
      }
      pause();
    }
  }

  private static boolean isOver(SwarmTask task) {
    return Set.of("failed", "rejected", "complete", "orphaned").contains(task.state());
  }

  private void fail(String key, SwarmTask task) {
    Map<String, String> nodes = tasks.nodes(key);
    String what =
        "a task of the service `%s` does not run: %s".formatted(key, tasks.told(key, task, nodes));
    throw ProblemException.refused(Problem.of(what).details(tasks.lastWords(task)), what);
  }

  /** Constraints that may be the reason are told beside the nodes that they are about. */
  private ProblemException late(
      String key, long running, long wanted, List<SwarmTask> all, List<String> constraints) {
    String what = "of the service `%s` only %d of %d tasks run".formatted(key, running, wanted);
    List<String> told = new ArrayList<>(told(key, all));
    if (told.isEmpty()) {
      told.add("the swarm has planned no task of it");
    }
    if (!constraints.isEmpty()) {
      told.add("its tasks may run only where " + String.join(", ", constraints));
      told.addAll(tasks.placesToRun(key));
    }
    List<String> words = new ArrayList<>(List.of(what));
    words.addAll(told);
    return ProblemException.refused(Problem.of(what).details(told), String.join("\n", words));
  }

  /** How each task is that shall run; of one whose health check fails, also how. */
  private List<String> told(String key, List<SwarmTask> all) {
    Map<String, String> nodes = tasks.nodes(key);
    List<SwarmTask> meant =
        all.stream().filter(task -> !task.desiredState().equals("shutdown")).toList();
    List<String> out =
        new ArrayList<>(meant.stream().map(task -> tasks.told(key, task, nodes)).sorted().toList());
    meant.stream()
        .filter(task -> task.state().equals("starting"))
        .findFirst()
        .ifPresent(task -> out.addAll(tasks.lastWords(task)));
    return out;
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

  /** Waits until an update is over; that it was given up is a problem in the swarm's words. */
  void awaitUpdated(String key, Set<String> before) {
    Stopwatch watch = new Stopwatch();
    String reason = "";
    while (true) {
      Tree status = status(key);
      String state = status.text("State").orElse("");
      if (Set.of("paused", "rollback_started", "rollback_paused").contains(state)) {
        reason = status.text("Message").orElse(reason);
      }
      if (state.equals("completed") || state.isEmpty() && settled(key, watch)) {
        return;
      }
      if (Set.of("paused", "rollback_paused", "rollback_completed").contains(state)) {
        throw givenUp(key, state, reason, before);
      }
      if (watch.elapsed().compareTo(UPDATE) > 0) {
        throw ProblemException.lasting(
            Problem.of(
                "the update of `%s` is not over after %d min".formatted(key, UPDATE.toMinutes())));
      }
      pause();
    }
  }

  private Tree status(String key) {
    Tree service = new Tree(lab.engineOfService(key).inspect(ObjectKind.SERVICE, lab.service(key)));
    return new Tree(service.at("UpdateStatus").orElse(Map.of()));
  }

  private boolean settled(String key, Stopwatch watch) {
    return watch.elapsed().compareTo(UPDATE_BEGINS) > 0
        && tasks.all(key).stream()
            .filter(task -> task.desiredState().equals("running"))
            .allMatch(SwarmTask::runs);
  }

  private ProblemException givenUp(String key, String state, String reason, Set<String> before) {
    Optional<SwarmTask> failed =
        tasks.all(key).stream()
            .filter(task -> !before.contains(task.id()) && isOver(task))
            .findFirst();
    Map<String, String> nodes = tasks.nodes(key);
    List<String> details = new ArrayList<>(List.of(reason));
    failed.ifPresent(
        task -> {
          details.add(tasks.told(key, task, nodes));
          details.addAll(tasks.lastWords(task));
        });
    String how = state.equals("rollback_completed") ? "rolled back" : "paused";
    String what = "the update of the service `%s` was %s".formatted(key, how);
    List<String> words = new ArrayList<>(List.of(what));
    words.addAll(details);
    return ProblemException.refused(Problem.of(what).details(details), String.join("\n", words));
  }

  private void pause() {
    cancellation.check();
    cancellation.pause(PAUSE_MILLIS);
    cancellation.check();
  }
}
