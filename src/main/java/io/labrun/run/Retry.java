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
   * @param hopeless asked after an attempt that does not hold: why none that begins now ever will
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
    boolean lost = false;
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
      Optional<Problem> why = holds || attempt.lasting() ? Optional.empty() : hopeless.get();
      boolean over = attempt.lasting() || now.compareTo(timing.within().orElseThrow()) >= 0;
      if (!holds && (over || lost && why.isPresent())) {
        return why.isPresent() ? attempt.with(why.get(), true) : attempt;
      }
      tried.accept(attempts);
      // It may have become hopeless between the attempt and the question: one more look counts.
      boolean found = why.isPresent() && !lost;
      lost = why.isPresent();
      cancellation.pause(found ? 0 : pause(now, heldSince));
    }
  }

  /** How often was tried so far. */
  int attempts() {
    return attempts;
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
