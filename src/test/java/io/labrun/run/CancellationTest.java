package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final Cancellation cancellation = new Cancellation();

  @Test
  void theFirstCauseCounts() {
    cancellation.cancel("SIGINT");
    cancellation.cancel("SIGTERM");
    assertEquals(Optional.of("SIGINT"), cancellation.cause());
  }

  @Test
  void whatWaitsIsInterruptedAndTheThreadIsCleanAfterwards() {
    CountDownLatch never = new CountDownLatch(1);
    new Thread(() -> cancellation.cancel("SIGINT")).start();
    assertThrows(CancelledException.class, () -> cancellation.interruptible(() -> await(never)));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void nothingBeginsAfterwards() {
    cancellation.cancel("SIGINT");
    assertThrows(
        CancelledException.class,
        () ->
            cancellation.interruptible(
                () -> {
                  throw new AssertionError("must not begin");
                }));
  }

  @Test
  void aFailureOfItsOwnComesThroughUnchanged() {
    assertThrows(
        IllegalStateException.class,
        () ->
            cancellation.interruptible(
                () -> {
                  throw new IllegalStateException("own");
                }));
  }

  private static Object await(CountDownLatch latch) {
    try {
      latch.await();
      return "done";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
