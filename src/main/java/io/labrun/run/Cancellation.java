package io.labrun.run;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A wish to stop, from outside: once expressed it stays.
 *
 * <p>It interrupts what only waits or looks, never a call that changes the engine: such a call ends
 * by itself, so that removing afterwards finds all that was made.
 */
public final class Cancellation {
  private final Set<Thread> interruptible = new HashSet<>();
  private String cause;

  /** Asks to stop; only the first cause counts. */
  public synchronized void cancel(String why) {
    if (cause == null) {
      cause = why;
      interruptible.forEach(Thread::interrupt);
      notifyAll();
    }
  }

  /** Why to stop, such as {@code SIGINT}; empty while nobody asked. */
  public synchronized Optional<String> cause() {
    return Optional.ofNullable(cause);
  }

  /** Whether somebody asked to stop. */
  public synchronized boolean isAsked() {
    return cause != null;
  }

  /** Ends what is going on in this thread if somebody asked to stop. */
  public void check() {
    if (isAsked()) {
      throw new CancelledException();
    }
  }

  /**
   * Does something that may be interrupted.
   *
   * @throws CancelledException if somebody asked to stop before or meanwhile
   */
  public <T> T interruptible(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } catch (RuntimeException failure) {
      check();
      throw failure;
    } finally {
      leave();
    }
  }

  /** Waits so many milliseconds, or until somebody asks to stop. */
  public synchronized void pause(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    long left = millis;
    while (left > 0 && cause == null) {
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      left = (end - System.nanoTime()) / 1_000_000;
    }
  }

  private synchronized void enter() {
    if (cause != null) {
      throw new CancelledException();
    }
    interruptible.add(Thread.currentThread());
  }

  private synchronized void leave() {
    interruptible.remove(Thread.currentThread());
    if (cause != null) {
      Thread.interrupted();
    }
  }
}
