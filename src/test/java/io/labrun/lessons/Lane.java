package io.labrun.lessons;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tests that run one after another, since their runs may ask for the same addresses; those of other
 * lanes run beside them.
 */
final class Lane {
  private final Executor threads;
  private CompletableFuture<Void> last;

  /**
   * A lane.
   *
   * @param start what the first test waits for, without keeping a thread; how it ends is nothing to
   *     it
   */
  Lane(Executor threads, CompletableFuture<Void> start) {
    this.threads = threads;
    this.last = start;
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
