package io.labrun.docker;

import com.github.dockerjava.api.async.ResultCallback;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Waits for the end of what docker-java reports item by item.
 *
 * <p>Instead of docker-java's callbacks, which lose an error item, throw a NullPointerException at
 * an early one (docker-java #1998, #2225), log each failure with its stack, and wait for ever where
 * a request is refused or a listener fails with an {@link Error} (#2350).
 */
final class StreamWatch<T> implements ResultCallback<T> {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Consumer<T> listener;
  private final CountDownLatch done = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final AtomicReference<Closeable> stream = new AtomicReference<>();
  private volatile long lastNews = System.nanoTime();

  /** Passes each item to a listener, whose failure ends the stream. */
  StreamWatch(Consumer<T> listener) {
    this.listener = listener;
  }

  @Override
  public void onStart(Closeable closeable) {
    stream.set(closeable);
  }

  @Override
  public void onNext(T item) {
    tellNews();
    listener.accept(item);
  }

  /** Puts the deadline off. */
  void tellNews() {
    lastNews = System.nanoTime();
  }

  @Override
  public void onError(Throwable problem) {
    failure.compareAndSet(null, problem);
    done.countDown();
  }

  @Override
  public void onComplete() {
    done.countDown();
  }

  /**
   * Waits to the end.
   *
   * @param stall how long there may be no news at all
   * @param what it is, in words
   * @return what went wrong; empty if nothing did
   * @throws EngineException of kind TIMEOUT or INTERRUPTED
   */
  Optional<Throwable> await(Duration stall, String what) {
    try {
      while (!done.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        if (System.nanoTime() - lastNews > stall.toNanos()) {
          throw new EngineException(
              Kind.TIMEOUT, what + ": no news for " + stall.toSeconds() + " s");
        }
      }
      return Optional.ofNullable(failure.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(Kind.INTERRUPTED, what + " was interrupted");
    } finally {
      close();
    }
  }

  @Override
  public void close() {
    Closeable open = stream.getAndSet(null);
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        // It is given up either way.
      }
    }
  }
}
