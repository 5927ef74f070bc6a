package io.labrun.run.action;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does one thing to several subjects at the same time. */
public final class SideBySide {
  private static final int AT_ONCE = 8;

  private SideBySide() {}

  /**
   * Changes each; all to the end, even if the calling thread is interrupted, so that nothing is
   * left halfway. Then throws the failure of the first that failed.
   */
  static void each(List<String> subjects, Consumer<String> work) {
    run(
        subjects,
        subject -> {
          work.accept(subject);
          return subject;
        },
        false);
  }

  /**
   * Looks at each and gives the results in order; an interruption ends it. Throws the failure of
   * the first that failed.
   */
  public static <T, R> List<R> look(List<T> subjects, Function<T, R> work) {
    return run(subjects, work, true);
  }

  private static <T, R> List<R> run(List<T> subjects, Function<T, R> work, boolean stoppable) {
    if (subjects.size() == 1) {
      return List.of(work.apply(subjects.get(0)));
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(AT_ONCE, subjects.size())));
    try {
      List<Future<R>> futures = new ArrayList<>();
      subjects.forEach(subject -> futures.add(threads.submit(() -> work.apply(subject))));
      return await(futures, stoppable);
    } finally {
      threads.shutdown();
    }
  }

  private static <R> List<R> await(List<Future<R>> futures, boolean stoppable) {
    List<R> results = new ArrayList<>();
    List<RuntimeException> failures = new ArrayList<>();
    boolean interrupted = false;
    while (results.size() + failures.size() < futures.size()) {
      try {
        results.add(futures.get(results.size() + failures.size()).get());
      } catch (ExecutionException e) {
        failures.add(unchecked(e.getCause()));
      } catch (InterruptedException e) {
        interrupted = true;
        if (stoppable) {
          futures.forEach(future -> future.cancel(true));
        }
      } catch (CancellationException e) {
        failures.add(e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
    return results;
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }
}
