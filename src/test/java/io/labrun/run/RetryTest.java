package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.event.Mismatch;
import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.scenario.Timing;
import io.labrun.source.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetryTest {
  private static final Attempt PASS =
      new Attempt(List.of(), List.of(), List.of(), Optional.empty(), false);
  private static final Attempt FAIL =
      new Attempt(
          List.of(),
          List.of(),
          List.of(new Mismatch(new SourceText("x", "x").span(0, 1), "", "a", "b")),
          Optional.empty(),
          false);
  private static final Attempt UNABLE = Attempt.impossible(Problem.of("no probe"), false);
  private static final Attempt UNABLE_FOR_GOOD = Attempt.impossible(Problem.of("no tool"), true);

  private final Cancellation cancellation = new Cancellation();

  @Test
  void whatHoldsAtOnceIsTriedOnce() {
    Retry retry = retry(seconds(60), Duration.ZERO, Optional::empty);
    assertEquals(Status.PASSED, retry.run(sequence(PASS, FAIL)).status());
    assertEquals(1, retry.attempts());
  }

  @Test
  void whatDoesNotHoldIsTriedUntilItDoes() {
    Retry retry = retry(seconds(60), Duration.ZERO, Optional::empty);
    assertEquals(Status.PASSED, retry.run(sequence(FAIL, UNABLE, FAIL, PASS)).status());
    assertEquals(4, retry.attempts());
  }

  @Test
  void withinZeroTriesOnce() {
    Retry retry = retry(Duration.ZERO, Duration.ZERO, Optional::empty);
    assertEquals(Status.FAILED, retry.run(sequence(FAIL, PASS)).status());
    assertEquals(1, retry.attempts());
  }

  @Test
  void theLastAttemptCountsWhenTheTimeIsOver() {
    Retry retry = retry(Duration.ofMillis(30), Duration.ZERO, Optional::empty);
    assertEquals(Status.ERROR, retry.run(sequence(FAIL, UNABLE)).status());
  }

  @Test
  void whatCannotBeMendedIsNotTriedAgain() {
    Retry retry = retry(seconds(60), Duration.ZERO, Optional::empty);
    assertEquals(Status.ERROR, retry.run(sequence(UNABLE_FOR_GOOD, PASS)).status());
    assertEquals(1, retry.attempts());
  }

  @Test
  void tryingStopsWhenItBecameHopeless() {
    Problem ended = Problem.of("web has ended");
    Retry retry = retry(seconds(60), Duration.ZERO, () -> Optional.of(ended));
    Attempt attempt = retry.run(sequence(FAIL, FAIL, PASS));
    assertEquals(Status.FAILED, attempt.status());
    assertEquals(Optional.of(ended), attempt.problem());
    assertEquals(2, retry.attempts());
  }

  @Test
  void whatEndedBetweenTheLookAndTheQuestionIsLookedAtOnceMore() {
    Retry retry = retry(seconds(60), Duration.ZERO, () -> Optional.of(Problem.of("web has ended")));
    assertEquals(Status.PASSED, retry.run(sequence(FAIL, PASS)).status());
  }

  @Test
  void whatMustHoldIsLookedAtUntilItHasHeldLongEnough() {
    Retry retry = retry(seconds(60), Duration.ofMillis(50), Optional::empty);
    assertEquals(Status.PASSED, retry.run(sequence(PASS)).status());
    assertTrue(retry.attempts() > 1, "one look proves nothing about 50 ms");
  }

  @Test
  void whatStopsHoldingHasToBeginAnew() {
    Retry retry = retry(Duration.ofMillis(30), Duration.ofHours(1), Optional::empty);
    assertEquals(Status.FAILED, retry.run(sequence(PASS, PASS, FAIL)).status());
  }

  @Test
  void nothingIsTriedOnceSomebodyAskedToStop() {
    Retry retry = retry(seconds(60), Duration.ZERO, Optional::empty);
    cancellation.cancel("SIGINT");
    assertThrows(CancelledException.class, () -> retry.run(sequence(PASS)));
  }

  @Test
  void askingToStopEndsThePauseBetweenAttempts() {
    Retry retry =
        new Retry(
            new Timing(
                Optional.of(Duration.ofHours(2)),
                Optional.of(Duration.ofHours(1)),
                Optional.of(Duration.ZERO),
                Optional.of(seconds(5))),
            cancellation,
            Optional::empty,
            n -> new Thread(() -> cancellation.cancel("SIGINT")).start());
    assertThrows(CancelledException.class, () -> retry.run(sequence(FAIL)));
  }

  private Retry retry(Duration within, Duration hold, Supplier<Optional<Problem>> hopeless) {
    Timing timing =
        new Timing(
            Optional.of(within),
            Optional.of(Duration.ofMillis(1)),
            Optional.of(hold),
            Optional.of(seconds(5)));
    return new Retry(timing, cancellation, hopeless, n -> {});
  }

  private static Duration seconds(long n) {
    return Duration.ofSeconds(n);
  }

  /** One attempt after another, the last for ever. */
  private static Supplier<Attempt> sequence(Attempt... attempts) {
    Attempt last = attempts[attempts.length - 1];
    return Stream.concat(Stream.of(attempts), Stream.generate(() -> last)).iterator()::next;
  }
}
