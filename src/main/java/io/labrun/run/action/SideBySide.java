package io.labrun.run.action;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does one thing to several containers at the same time. */
final class SideBySide {
  private static final int AT_ONCE = 8;

  private SideBySide() {}

  /** Does it to each, all to the end; then throws the failure of the first that failed. */
  static void each(List<String> keys, Consumer<String> work) {
    if (keys.size() == 1) {
      work.accept(keys.get(0));
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, keys.size()));
    try {
      List<Future<?>> futures = new ArrayList<>();
      keys.forEach(key -> futures.add(threads.submit(() -> work.accept(key))));
      await(futures);
    } finally {
      threads.shutdown();
    }
  }

  /** An interruption waits until all is done: what changes the engine is never left halfway. */
  private static void await(List<Future<?>> futures) {
    RuntimeException failure = null;
    boolean interrupted = false;
    for (int i = 0; i < futures.size(); ) {
      try {
        futures.get(i).get();
        i++;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        failure = failure == null ? unchecked(e.getCause()) : failure;
        i++;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }
}
