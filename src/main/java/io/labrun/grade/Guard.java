package io.labrun.grade;

import io.labrun.plan.Labels;
import io.labrun.run.Cancellation;
import io.labrun.run.Limits;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.Limiter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches what one run writes, and ends it when that is too much. The engine itself limits
 * containers; the steps of a build it does not, so that is done here as soon as one begins.
 */
final class Guard implements AutoCloseable {
  /** So long a disk may be written to before somebody looks. */
  private static final long LOOK = 500;

  private static final long MEBIBYTE = 1L << 20;

  private final Engine engine;
  private final String run;
  private final Desk desk;
  private final Limits limits;
  private final Cancellation cancellation;
  private final long laid;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "labrun-guard");
  private final Optional<Engine.Subscription> steps;

  private Guard(
      Engine engine,
      String run,
      Desk desk,
      Limits limits,
      Cancellation cancellation,
      boolean builds) {
    this.engine = engine;
    this.run = run;
    this.desk = desk;
    this.limits = limits;
    this.cancellation = cancellation;
    this.laid = desk.bytes(Long.MAX_VALUE);
    this.steps = builds ? Optional.of(subscribe()) : Optional.empty();
  }

  /**
   * A guard that watches from now on.
   *
   * @param cancellation ends the run
   * @param builds whether an image is built
   */
  static Guard on(
      Engine engine,
      String run,
      Desk desk,
      Limits limits,
      Cancellation cancellation,
      boolean builds) {
    Guard guard = new Guard(engine, run, desk, limits, cancellation, builds);
    guard.thread.setDaemon(true);
    guard.thread.start();
    return guard;
  }

  private Engine.Subscription subscribe() {
    return engine.events(
        Labels.STEP + run,
        "",
        event -> {
          if (event.action().equals("start")) {
            limit(event.id());
          }
        });
  }

  private void limit(String container) {
    try {
      engine.limiter().limit(container, limits.pids(), limits.cpus());
    } catch (EngineException e) {
      // An engine that does not answer ends the run by itself.
    }
  }

  private void watch() {
    try {
      while (!closed.await(LOOK, TimeUnit.MILLISECONDS)) {
        if (!cancellation.isAsked() && isTooMuch()) {
          String most = limits.disk() / MEBIBYTE + " MiB";
          cancellation.expire("it wrote more than the " + most + " that --disk gives");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The desk first: to add up what containers have written takes an engine its time. */
  private boolean isTooMuch() {
    long onDesk = desk.bytes(laid + limits.disk()) - laid;
    return onDesk > limits.disk() || onDesk + inContainers() > limits.disk();
  }

  private long inContainers() {
    try {
      return sum(engine.limiter().usage(Labels.RUN, run))
          + sum(engine.limiter().usage(Labels.STEP + run, ""));
    } catch (EngineException e) {
      return 0;
    }
  }

  private static long sum(List<Limiter.Usage> all) {
    return all.stream().mapToLong(Limiter.Usage::bytes).sum();
  }

  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    steps.ifPresent(Engine.Subscription::close);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
