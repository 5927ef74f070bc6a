package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.plan.Labels;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineEvent;
import io.labrun.run.lab.ContainerState;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LastWords;
import io.labrun.run.lab.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Waits for containers to become healthy or to end.
 *
 * <p>It looks when the engine says that something happened, not by the clock.
 */
final class Readiness implements AutoCloseable {
  /** How long a container may take to end when another waits for its end. */
  private static final Duration COMPLETION_LIMIT = Duration.ofMinutes(10);

  private final Lab lab;
  private final Cancellation cancellation;
  private final Map<String, Engine.Subscription> subscriptions = new HashMap<>();
  private long happened;

  Readiness(Lab lab, Cancellation cancellation) {
    this.lab = lab;
    this.cancellation = cancellation;
  }

  /** Waits until a container is healthy; returns at once if it has no health check. */
  void awaitHealthy(String key) {
    ContainerState first = look(key);
    if (first.health().isEmpty() || isHealthy(key, first)) {
      return;
    }
    Duration limit = first.healthLimit();
    if (!await(key, limit, state -> isHealthy(key, state))) {
      throw unhealthy(key, look(key), "is not healthy after " + limit.toSeconds() + " s");
    }
  }

  /** Waits until a container has ended with exit code 0. */
  void awaitCompleted(String key) {
    if (!await(key, COMPLETION_LIMIT, state -> isCompleted(key, state))) {
      throw ProblemException.lasting(
          Problem.of(
              "`%s` has not ended after %d min, and another container waits for its end"
                  .formatted(key, COMPLETION_LIMIT.toMinutes())));
    }
  }

  private boolean isHealthy(String key, ContainerState state) {
    if (!state.isRunning()) {
      throw unhealthy(key, state, "ended before it was healthy");
    }
    if (state.health().filter("unhealthy"::equals).isPresent()) {
      throw unhealthy(key, state, "is unhealthy");
    }
    return state.health().filter("healthy"::equals).isPresent();
  }

  private boolean isCompleted(String key, ContainerState state) {
    if (!state.hasEnded()) {
      return false;
    }
    if (state.exitCode() != 0) {
      throw ProblemException.lasting(
          Problem.of(
                  "`%s` ended with exit code %d, and another container waits for its success"
                      .formatted(key, state.exitCode()))
              .details(LastWords.of(lab, key)));
    }
    return true;
  }

  private ProblemException unhealthy(String key, ContainerState state, String what) {
    Problem problem = Problem.of("`" + key + "` " + what).details(state.failedHealthCheck());
    return ProblemException.lasting(
        state.isRunning() ? problem : problem.details(LastWords.of(lab, key)));
  }

  private boolean await(String key, Duration limit, Function<ContainerState, Boolean> ready) {
    subscribe(key);
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end) {
      long seen = happenedSoFar();
      if (ready.apply(look(key))) {
        return true;
      }
      cancellation.check();
      awaitNews(seen, end - System.nanoTime());
    }
    return false;
  }

  private ContainerState look(String key) {
    return ContainerState.of(lab, key);
  }

  private synchronized void subscribe(String key) {
    String run = lab.plan().run().toString();
    subscriptions.computeIfAbsent(
        lab.hostOf(key), host -> lab.engineOf(key).events(Labels.RUN, run, this::heard));
  }

  private synchronized void heard(EngineEvent event) {
    if (event.action().startsWith("health_status") || event.action().equals("die")) {
      happened++;
      notifyAll();
    }
  }

  private synchronized long happenedSoFar() {
    return happened;
  }

  /** Waits for news; looks again after 5 s without any, lest a lost event stops everything. */
  private void awaitNews(long seen, long nanos) {
    cancellation.interruptible(
        () -> {
          awaitChange(seen, Math.min(nanos / 1_000_000 + 1, 5_000));
          return null;
        });
  }

  private synchronized void awaitChange(long seen, long millis) {
    if (happened == seen) {
      try {
        wait(millis);
      } catch (InterruptedException e) {
        throw new CancelledException();
      }
    }
  }

  @Override
  public synchronized void close() {
    subscriptions.values().forEach(Engine.Subscription::close);
  }
}
