package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.plan.Step;
import io.labrun.plan.StepId;
import io.labrun.plan.StepKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StepExecutorTest {
  private final Workers workers = new Workers("test", 8);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void eachStepComesAfterThoseItNeeds() {
    List<Step> steps = List.of(step("c", "b"), step("b", "a"), step("a"));
    assertTrue(execute(steps, id -> done.add(id.key())));
    assertEquals(List.of("a", "b", "c"), done);
  }

  @Test
  void stepsThatDoNotNeedEachOtherRunSideBySide() {
    CountDownLatch all = new CountDownLatch(3);
    List<Step> steps = List.of(step("a"), step("b"), step("c"));
    assertTrue(execute(steps, id -> meet(all)));
  }

  @Test
  void afterAFailureNothingNewBegins() {
    List<Step> steps = List.of(step("a"), step("b", "a"));
    assertFalse(execute(steps, id -> false));
    assertEquals(List.of(), done);
  }

  @Test
  void whatIsUnderWayIsWaitedForAfterAFailure() {
    AtomicReference<Thread> failing = new AtomicReference<>();
    List<Step> steps = List.of(step("slow"), step("failing"), step("next", "slow"));
    boolean result =
        execute(
            steps,
            id -> {
              if (id.key().equals("failing")) {
                failing.set(Thread.currentThread());
                return false;
              }
              awaitIdle(failing);
              return done.add(id.key());
            });
    assertFalse(result);
    assertEquals(List.of("slow"), done);
  }

  /** Waits until a thread has given its step back and waits for another one. */
  private static void awaitIdle(AtomicReference<Thread> thread) {
    while (thread.get() == null || thread.get().getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aBugInAStepComesOutAtTheEnd() {
    List<Step> steps = List.of(step("a"), step("b", "a"));
    assertThrows(
        IllegalStateException.class,
        () ->
            execute(
                steps,
                id -> {
                  throw new IllegalStateException("bug");
                }));
  }

  private boolean execute(List<Step> steps, Predicate<StepId> work) {
    return new StepExecutor(workers, work).execute(steps);
  }

  private static boolean meet(CountDownLatch latch) {
    latch.countDown();
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static Step step(String key, String... after) {
    return new Step(
        id(key), Set.copyOf(List.of(after).stream().map(StepExecutorTest::id).toList()));
  }

  private static StepId id(String key) {
    return new StepId(StepKind.CONTAINER, key);
  }
}
