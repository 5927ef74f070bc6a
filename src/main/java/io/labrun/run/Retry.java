package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.event.Status;
import io.labrun.scenario.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Tries until a claim holds, and stays true as long as it should, or the time is over (language,
 * "Time").
 */
final class Retry {
  private final Timing timing;
  private final Cancellation cancellation;
  private final Supplier<Optional<Problem>> hopeless;
  private final IntConsumer tried;
  private int attempts;

  /**
   * A retry.
   *
   * @param timing complete
   * @param hopeless asked after an attempt that does not hold: why none ever will
   * @param tried told the number of each attempt that did not end the trying
   */
  Retry(
      Timing timing,
      Cancellation cancellation,
      Supplier<Optional<Problem>> hopeless,
      IntConsumer tried) {
    this.timing = timing;
    this.cancellation = cancellation;
    this.hopeless = hopeless;
    this.tried = tried;
  }

  /** Tries, and gives the attempt that counts. */
  Attempt run(Supplier<Attempt> once) {
    Stopwatch watch = new Stopwatch();
    Optional<Duration> heldSince = Optional.empty();
    while (true) {
      cancellation.check();
      Duration begun = watch.elapsed();
      Attempt attempt = cancellation.interruptible(once);
      attempts++;
      boolean holds = attempt.status() == Status.PASSED;
      heldSince = holds ? heldSince.or(() -> Optional.of(begun)) : Optional.empty();
      Duration now = watch.elapsed();
      boolean heldEnough = holds && !now.minus(heldSince.get()).minus(hold()).isNegative();
      if (heldEnough || holds && attempt.lasting()) {
        return attempt;
      }
      if (!holds) {
        attempt = hopeless(attempt);
        if (attempt.lasting() || now.compareTo(timing.within().orElseThrow()) >= 0) {
          return attempt;
        }
      }
      tried.accept(attempts);
      cancellation.pause(pause(now, heldSince));
    }
  }

  /** How often was tried so far. */
  int attempts() {
    return attempts;
  }

  private Attempt hopeless(Attempt attempt) {
    return attempt.lasting()
        ? attempt
        : hopeless.get().map(why -> attempt.with(why, true)).orElse(attempt);
  }

  /** The usual pause, but no longer than until the time is over or the claim has held enough. */
  private long pause(Duration now, Optional<Duration> heldSince) {
    Duration end = heldSince.map(since -> since.plus(hold())).orElse(timing.within().orElseThrow());
    Duration every = timing.every().orElseThrow();
    Duration left = end.minus(now);
    Duration shorter = left.compareTo(every) < 0 ? left : every;
    return Math.max(1, shorter.toMillis());
  }

  private Duration hold() {
    return timing.hold().orElseThrow();
  }
}
