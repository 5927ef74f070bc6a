package io.labrun.run;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A wish to stop, from outside: once expressed it stays.
 *
 * <p>It interrupts what only waits or looks, never a call that changes the engine: such a call ends
 * by itself, so that removing afterwards finds all that was made.
 */
public final class Cancellation implements AutoCloseable {
  private final Set<Thread> interruptible = new HashSet<>();
  private final Set<Cancellation> parts = new HashSet<>();
  private final Cancellation whole;
  private String cause;
  private boolean overdue;

  /** A wish that nobody has expressed yet. */
  public Cancellation() {
    this(null);
  }

  private Cancellation(Cancellation whole) {
    this.whole = whole;
  }

  /**
   * A wish to stop a part, such as one run of several: who asks to stop the whole asks it of each
   * part, and not the other way round. To be closed when the part has ended.
   */
  public synchronized Cancellation part() {
    Cancellation part = new Cancellation(this);
    parts.add(part);
    if (cause != null) {
      part.ask(cause, overdue);
    }
    return part;
  }

  /** Asks to stop; only the first cause counts. */
  public void cancel(String why) {
    ask(why, false);
  }

  /**
   * Asks to stop because the time that was given is over; only the first cause counts.
   *
   * @param why a sentence without a full stop: {@code it took longer than --timeout 2m}
   */
  public void expire(String why) {
    ask(why, true);
  }

  private void ask(String why, boolean late) {
    List<Cancellation> told;
    synchronized (this) {
      if (cause != null) {
        return;
      }
      cause = why;
      overdue = late;
      interruptible.forEach(Thread::interrupt);
      notifyAll();
      told = List.copyOf(parts);
    }
    told.forEach(part -> part.ask(why, late));
  }

  /** Why to stop, if the time is over; empty while nobody asked, and for any other cause. */
  public synchronized Optional<String> overdue() {
    return Optional.ofNullable(cause).filter(why -> overdue);
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

  /**
   * Waits so many milliseconds.
   *
   * @throws CancelledException if somebody asked to stop before or meanwhile
   */
  public void pauseAndCheck(long millis) {
    pause(millis);
    check();
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

  /** Forgets a part that has ended; nothing for a whole. */
  @Override
  public void close() {
    if (whole != null) {
      whole.forget(this);
    }
  }

  private synchronized void forget(Cancellation part) {
    parts.remove(part);
  }
}
