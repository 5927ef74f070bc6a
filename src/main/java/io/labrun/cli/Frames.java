package io.labrun.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes what is drawn in a terminal move, and leaves the terminal as it was, whatever happens. */
final class Frames implements AutoCloseable {
  private static final int MILLIS = 100;

  private final ScheduledExecutorService clock;
  private final Runnable end;
  private final Thread atExit;

  /**
   * Frames from now on.
   *
   * @param tick draws one
   * @param end leaves the terminal as it was; may be called more than once
   */
  Frames(Runnable tick, Runnable end) {
    this.end = end;
    this.clock = Executors.newSingleThreadScheduledExecutor(Frames::daemon);
    this.clock.scheduleAtFixedRate(tick, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    this.atExit = new Thread(end, "labrun-terminal");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "labrun-frames");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    clock.shutdown();
    end.run();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook has nothing left to do.
    }
  }
}
