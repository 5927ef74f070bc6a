package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.engine.LayerProgress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What several runs fetch from one engine at once. */
@Timeout(30)
class EngineShareTest {
  private static final LayerProgress HALF = new LayerProgress("a1", "Downloading", 1, 2);

  private final EngineShare share = new EngineShare(8);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger fetched = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CompletableFuture<Void> arrived = new CompletableFuture<>();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private Future<?> fetch(
      Consumer<LayerProgress> listener, Consumer<Consumer<LayerProgress>> work) {
    return threads.submit(() -> share.fetch("busybox", listener, work));
  }

  /** Lasts until it has arrived, or fails as that does. */
  private void slow(Consumer<LayerProgress> told) {
    fetched.incrementAndGet();
    begun.countDown();
    try {
      arrived.get();
      told.accept(HALF);
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      throw new EngineException(Kind.INTERRUPTED, "stopped");
    }
  }

  private void quick(Consumer<LayerProgress> told) {
    fetched.incrementAndGet();
  }

  /** Another run that wants the same, and waits for it. */
  private Future<?> follower(Consumer<LayerProgress> listener) throws Exception {
    begun.await();
    CountDownLatch asks = new CountDownLatch(1);
    Future<?> follower =
        threads.submit(
            () -> {
              asks.countDown();
              share.fetch("busybox", listener, this::quick);
            });
    asks.await();
    assertThrows(
        java.util.concurrent.TimeoutException.class, () -> follower.get(50, TimeUnit.MILLISECONDS));
    return follower;
  }

  private static EngineException failure(Future<?> run) {
    Throwable cause = assertThrows(ExecutionException.class, run::get).getCause();
    return (EngineException) cause;
  }

  @Test
  void whatSeveralWantIsFetchedOnceAndAllHearOfIt() throws Exception {
    List<LayerProgress> heard = new CopyOnWriteArrayList<>();
    Future<?> leader = fetch(heard::add, this::slow);
    Future<?> follower = follower(heard::add);
    arrived.complete(null);
    leader.get();
    follower.get();
    assertEquals(1, fetched.get());
    assertEquals(List.of(HALF, HALF), heard);
  }

  @Test
  void whatWasFetchedBeforeIsAskedForAnew() {
    share.fetch("busybox", told -> {}, this::quick);
    share.fetch("busybox", told -> {}, this::quick);
    assertEquals(2, fetched.get(), "whether it is there still only the engine knows");
  }

  @Test
  void whatCantBeHadIsAFailureForAllWhoWaitForIt() throws Exception {
    Future<?> leader = fetch(told -> {}, this::slow);
    Future<?> follower = follower(told -> {});
    EngineException denied = new EngineException(Kind.DENIED, "log in");
    arrived.completeExceptionally(denied);
    assertSame(denied, failure(leader));
    assertSame(denied, failure(follower));
    assertEquals(1, fetched.get());
  }

  @Test
  void whoWaitsFetchesItWhereOnlyTheOtherRunWasStopped() throws Exception {
    Future<?> leader = fetch(told -> {}, this::slow);
    Future<?> follower = follower(told -> {});
    arrived.completeExceptionally(new EngineException(Kind.INTERRUPTED, "stopped"));
    assertEquals(Kind.INTERRUPTED, failure(leader).kind());
    follower.get();
    assertEquals(2, fetched.get());
  }

  @Test
  void whoWaitsFetchesItWhereTheOtherRunBrokeByAMistake() throws Exception {
    Future<?> leader = fetch(told -> {}, this::slow);
    Future<?> follower = follower(told -> {});
    arrived.completeExceptionally(new IllegalStateException("ours"));
    assertThrows(ExecutionException.class, leader::get);
    follower.get();
    assertEquals(2, fetched.get());
  }

  @Test
  void whoIsStoppedWhileItWaitsLeavesTheOthersAlone() throws Exception {
    Future<?> leader = fetch(told -> {}, this::slow);
    CountDownLatch ended = new CountDownLatch(1);
    List<Kind> kinds = new CopyOnWriteArrayList<>();
    begun.await();
    Thread waiting =
        new Thread(
            () -> {
              try {
                share.fetch("busybox", told -> {}, this::quick);
              } catch (EngineException e) {
                kinds.add(e.kind());
              }
              ended.countDown();
            });
    waiting.start();
    waiting.interrupt();
    assertTrue(ended.await(20, TimeUnit.SECONDS));
    assertEquals(List.of(Kind.INTERRUPTED), kinds);
    arrived.complete(null);
    leader.get();
    assertEquals(1, fetched.get());
  }
}
