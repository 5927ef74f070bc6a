package io.labrun.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
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
    this(name, new Semaphore(parallel));
  }

  /** Threads whose calls take places that others take too. */
  Workers(String name, Semaphore places) {
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    this.places = places;
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

  /** Makes a call to the engine when others have ended and there is a place for it. */
  <T> CompletableFuture<T> after(CompletableFuture<?>[] others, Supplier<T> call) {
    return CompletableFuture.allOf(others).thenApplyAsync(done -> call(call), threads);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
