package io.labrun.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Threads for calls that do not depend on each other.
 *
 * <p>There are as many threads as there is work, but only so many calls to the engine at once; what
 * merely waits takes no place from the others.
 */
final class Workers implements AutoCloseable {
  private final ExecutorService threads;
  private final Semaphore places;

  Workers(String name, int parallel) {
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.places = new Semaphore(parallel);
  }

  /** Starts something on a thread of its own. */
  void start(Runnable task) {
    threads.execute(task);
  }

  /** Makes a call to the engine when there is a place for it. */
  <T> T call(Supplier<T> call) {
    places.acquireUninterruptibly();
    try {
      return call.get();
    } finally {
      places.release();
    }
  }

  /** Does the same to each of several things, side by side, and gives the results in order. */
  <T, R> List<R> each(List<T> things, Function<T, R> work) {
    List<Future<R>> futures =
        things.stream().map(thing -> threads.submit(() -> call(() -> work.apply(thing)))).toList();
    List<R> results = new ArrayList<>();
    for (Future<R> future : futures) {
      results.add(await(future));
    }
    return results;
  }

  private static <R> R await(Future<R> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw asUnchecked(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException asUnchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException(cause);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
