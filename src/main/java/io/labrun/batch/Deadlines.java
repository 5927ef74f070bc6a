package io.labrun.batch;

import io.labrun.run.Cancellation;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends what takes too long, and does what is to be done every now and then. */
final class Deadlines implements AutoCloseable {
  private final ScheduledThreadPoolExecutor clock;

  /**
   * A clock.
   *
   * @param name what its threads are called
   * @param threads how much it may do at once, at least 1
   */
  Deadlines(String name, int threads) {
    clock =
        new ScheduledThreadPoolExecutor(
            threads,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
  }

  /**
   * Gives something a limit from now on; nothing where there is none.
   *
   * @param what what takes too long then: {@code it}, {@code the batch}
   * @return takes the limit away
   */
  Runnable limit(Optional<TimeLimit> limit, String what, Cancellation cancellation) {
    if (limit.isEmpty()) {
      return () -> {};
    }
    String why = what + " took longer than " + limit.get().words();
    Future<?> end =
        clock.schedule(
            () -> cancellation.expire(why), limit.get().time().toMillis(), TimeUnit.MILLISECONDS);
    return () -> end.cancel(false);
  }

  /** Does something again and again until closed. */
  void every(long millis, Runnable work) {
    clock.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
