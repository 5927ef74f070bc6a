package io.labrun.lessons;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.DynamicTest;

/**
 * The tests of one scenario, one after another, since its runs may ask for the same addresses;
 * those of other scenarios run beside them.
 */
final class Lane {
  private final Executor threads;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  Lane(Executor threads) {
    this.threads = threads;
  }

  /** A test that begins when the one before it has ended, whatever came of that. */
  DynamicTest test(String name, Runnable body) {
    CompletableFuture<Void> run = last.handle((done, failure) -> null).thenRunAsync(body, threads);
    last = run;
    return dynamicTest(name, () -> verdict(run));
  }

  private static void verdict(CompletableFuture<Void> run) throws Throwable {
    try {
      run.join();
    } catch (CompletionException e) {
      throw e.getCause();
    }
  }
}
