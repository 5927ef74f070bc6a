package io.labrun.docker;

import io.labrun.run.engine.EngineException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Gives each call a deadline, by making it on a thread of its own.
 *
 * <p>docker-java's response timeout has no effect on UNIX sockets, and on TCP it is an idle timeout
 * that ends a silent but healthy wait. Interrupting the thread closes a UNIX socket's channel.
 */
final class Bounded implements AutoCloseable {
  private final UnaryOperator<EngineException> explained;
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger breaks = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool(this::thread);
  private final Set<Future<?>> underWay = ConcurrentHashMap.newKeySet();
  private volatile String givenUp;

  /**
   * Makes calls.
   *
   * @param explained a failure with what else is known of its cause
   */
  Bounded(UnaryOperator<EngineException> explained) {
    this.explained = explained;
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "engine-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Makes a call.
   *
   * @param what what it does, in words, for the message: {@code starting a container}
   * @throws EngineException if it fails, takes too long, is given up, or the calling thread is
   *     interrupted
   */
  <T> T call(Duration limit, String what, Callable<T> work) {
    Future<T> future = start(work);
    try {
      return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new EngineException(
          EngineException.Kind.TIMEOUT,
          what + ": the engine gave no answer within " + seconds(limit));
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw new EngineException(EngineException.Kind.INTERRUPTED, what + " was interrupted");
    } catch (CancellationException e) {
      throw failure(e);
    } catch (ExecutionException e) {
      EngineException failure = explained.apply(Failures.of(e.getCause()));
      if (failure.kind() == EngineException.Kind.UNREACHABLE) {
        breaks.incrementAndGet();
      }
      throw failure;
    }
  }

  /** How many calls failed so far because the engine was not there. */
  int breaks() {
    return breaks.get();
  }

  /**
   * Starts something that its owner waits for, who finds it cancelled where it is given up: see
   * {@link #failure}.
   */
  <T> Future<T> start(Callable<T> work) {
    FutureTask<T> task =
        new FutureTask<>(work) {
          @Override
          protected void done() {
            underWay.remove(this);
          }
        };
    underWay.add(task);
    if (givenUp != null) {
      task.cancel(true);
    }
    threads.execute(task);
    return task;
  }

  /** Waits for nothing any more: what is under way and all that comes fails at once. */
  void giveUp(String why) {
    givenUp = why;
    underWay.forEach(task -> task.cancel(true));
  }

  /** It is waited for again. */
  void takeBack() {
    givenUp = null;
  }

  /** Whether it is not waited for any more. */
  boolean isGivenUp() {
    return givenUp != null;
  }

  /** The failure of what was given up. */
  EngineException failure(CancellationException cause) {
    return new EngineException(EngineException.Kind.UNREACHABLE, String.valueOf(givenUp), cause);
  }

  /** Whether no call can be made any more. */
  boolean isClosed() {
    return threads.isShutdown();
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() < 1000 ? limit.toMillis() + " ms" : limit.toSeconds() + " s";
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
