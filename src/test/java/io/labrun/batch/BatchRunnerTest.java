package io.labrun.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.batch.lock.Locks;
import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.RunEvent;
import io.labrun.plan.RunName;
import io.labrun.run.Cancellation;
import io.labrun.run.engine.EngineException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch of files that touch no engine. */
@Timeout(30)
final class BatchRunnerTest {
  private static final Locks ALONE = new Locks(List.of(), 0, true);

  private final List<BatchEvent> events = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();
  private List<Lane> lanes = List.of(new Lane(0, "one", 4, 1L << 30));
  private final List<String> givenUp = new CopyOnWriteArrayList<>();
  private final CountDownLatch calls = new CountDownLatch(1);
  private final AtomicBoolean oneAnswers = new AtomicBoolean(true);
  private volatile RuntimeException lookBreaks;
  private BatchListener listener = events::add;
  private final AtomicBoolean comesBack = new AtomicBoolean();
  private final AtomicInteger breaks = new AtomicInteger();

  private BatchResult run(BatchSettings settings, FakeJob... jobs) {
    Lanes open =
        new Lanes() {
          @Override
          public List<Lane> open() {
            return lanes;
          }

          @Override
          public boolean answers(Lane lane) {
            if (lookBreaks != null) {
              throw lookBreaks;
            }
            return lane.index() != 0 || oneAnswers.get();
          }

          @Override
          public void giveUp(Lane lane, String why) {
            givenUp.add(lane.address() + ": " + why);
            calls.countDown();
          }

          @Override
          public boolean returns(Lane lane) {
            oneAnswers.set(comesBack.get());
            return comesBack.get();
          }

          @Override
          public int breaks(Lane lane) {
            return breaks.get();
          }

          @Override
          public Map<RunName, List<Leftover>> removeAfterAll(
              Lane lane, Set<RunName> runs, Duration patience) {
            return comesBack.get()
                ? runs.stream().collect(Collectors.toMap(run -> run, run -> List.of()))
                : Map.of();
          }
        };
    BatchRunner runner = new BatchRunner(settings, open, listener, cancellation, System::nanoTime);
    return runner.run(Arrays.asList(jobs));
  }

  private static BatchSettings repeated(int repeat, int retries) {
    return new BatchSettings(repeat, retries, false, Optional.empty(), Optional.empty());
  }

  private static BatchSettings limited(Optional<TimeLimit> one, Optional<TimeLimit> all) {
    return new BatchSettings(1, 0, false, one, all);
  }

  private static final BatchSettings FAIL_FAST =
      new BatchSettings(1, 0, true, Optional.empty(), Optional.empty());

  private static TimeLimit limit(String option) {
    return new TimeLimit(Duration.ofMillis(100), option + " 100ms");
  }

  private static Outcome outcome(FileResult file) {
    return file.result().orElseThrow().outcome();
  }

  private static String unrun(FileResult file) {
    assertTrue(file.runs().isEmpty());
    return file.unrun().orElseThrow().what();
  }

  @Test
  void results_are_in_the_order_of_the_arguments_whatever_ended_first() {
    CountDownLatch second = new CountDownLatch(1);
    FakeJob slow =
        FakeJob.of(
            "slow",
            n ->
                (lane, stop) -> {
                  await(second);
                  return Outcome.FAILED;
                });
    FakeJob quick =
        FakeJob.of(
            "quick",
            n ->
                (lane, stop) -> {
                  second.countDown();
                  return Outcome.PASSED;
                });
    BatchResult batch = run(BatchSettings.USUAL, slow, quick, FakeJob.invalid("broken"));
    assertEquals(
        List.of("slow", "quick", "broken"), batch.files().stream().map(FileResult::file).toList());
    assertEquals(Outcome.FAILED, outcome(batch.files().get(0)));
    assertEquals("one", batch.files().get(0).run().orElseThrow().engine());
    assertEquals(Optional.empty(), batch.stopped());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS), "they are not side by side");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void two_that_clash_are_never_up_at_once_and_it_is_told_who_waits() {
    AtomicInteger up = new AtomicInteger();
    FakeJob[] jobs = new FakeJob[6];
    for (int i = 0; i < jobs.length; i++) {
      jobs[i] =
          FakeJob.of(
                  "f" + i,
                  n ->
                      (lane, stop) -> {
                        boolean alone = up.incrementAndGet() == 1;
                        stop.pause(5);
                        up.decrementAndGet();
                        return alone ? Outcome.PASSED : Outcome.FAILED;
                      })
              .taking(ALONE);
    }
    BatchResult batch = run(BatchSettings.USUAL, jobs);
    batch.files().forEach(file -> assertEquals(Outcome.PASSED, outcome(file)));
    assertTrue(events.contains(new BatchEvent.FileDelayed(1, 0, "it must be alone")));
  }

  @Test
  void the_events_are_those_of_the_grammar() {
    BatchSettings settings = repeated(3, 0);
    run(settings, FakeJob.of("a", Outcome.PASSED), FakeJob.of("b", Outcome.PASSED));
    assertTrue(events.get(0) instanceof BatchEvent.BatchStarted);
    assertTrue(events.get(events.size() - 1) instanceof BatchEvent.BatchFinished);
    Map<Integer, StringBuilder> words = new HashMap<>(Map.of(0, new StringBuilder()));
    words.put(1, new StringBuilder());
    for (BatchEvent event : events) {
      if (event instanceof BatchEvent.FileStarted started) {
        words.get(started.index()).append(started.run());
      } else if (event instanceof BatchEvent.RunHappened happened) {
        boolean begin = happened.event() instanceof RunEvent.ScenarioStarted;
        words.get(happened.index()).append(begin ? '(' : ')');
      } else if (event instanceof BatchEvent.FileFinished finished) {
        words.get(finished.index()).append('.');
      }
    }
    assertEquals("0()1()2().", words.get(0).toString());
    assertEquals("0()1()2().", words.get(1).toString());
  }

  @Test
  void of_repeated_runs_the_first_that_did_not_pass_decides() {
    BatchResult batch =
        run(
            repeated(4, 0),
            FakeJob.of("f", Outcome.PASSED, Outcome.PASSED, Outcome.FAILED, Outcome.ERROR));
    FileResult file = batch.files().get(0);
    assertEquals(4, file.runs().size());
    assertEquals(2, file.deciding());
    assertTrue(file.isFlaky());
  }

  @Test
  void a_repeated_file_is_beside_itself_only_where_it_takes_nothing_for_itself() {
    CountDownLatch both = new CountDownLatch(2);
    FakeRun.Body meets =
        (lane, stop) -> {
          both.countDown();
          await(both);
          return Outcome.PASSED;
        };
    BatchResult batch = run(repeated(2, 0), FakeJob.of("f", n -> meets));
    assertEquals(Outcome.PASSED, outcome(batch.files().get(0)));
  }

  @Test
  void of_retries_the_last_run_decides_and_one_that_passed_is_left_alone() {
    FakeJob flaky = FakeJob.of("flaky", Outcome.FAILED, Outcome.ERROR, Outcome.PASSED);
    FakeJob good = FakeJob.of("good", Outcome.PASSED);
    FakeJob bad = FakeJob.of("bad", Outcome.FAILED);
    FakeJob skipped = FakeJob.of("skipped", Outcome.SKIPPED);
    List<FileResult> files = run(repeated(1, 3), flaky, good, bad, skipped).files();
    assertEquals(List.of(3, 1, 4, 1), files.stream().map(file -> file.runs().size()).toList());
    assertEquals(Outcome.PASSED, outcome(files.get(0)));
    assertTrue(files.get(0).isFlaky());
    assertEquals(Outcome.FAILED, outcome(files.get(2)));
    assertFalse(files.get(2).isFlaky());
  }

  @Test
  void fail_fast_stops_what_is_under_way_and_leaves_the_rest() {
    lanes = List.of(new Lane(0, "one", 2, 1L << 30));
    CountDownLatch hangs = new CountDownLatch(1);
    FakeJob hanging =
        FakeJob.of(
            "hanging",
            n ->
                (lane, stop) -> {
                  hangs.countDown();
                  return FakeRun.hang(stop);
                });
    FakeJob failing =
        FakeJob.of(
            "failing",
            n ->
                (lane, stop) -> {
                  await(hangs);
                  return Outcome.FAILED;
                });
    BatchResult batch = run(FAIL_FAST, hanging, failing, FakeJob.of("rest", Outcome.PASSED));
    assertEquals(Outcome.INTERRUPTED, outcome(batch.files().get(0)));
    assertEquals(Outcome.FAILED, outcome(batch.files().get(1)));
    String why = "`failing` did not pass, and --fail-fast ends the batch there";
    assertEquals(why, unrun(batch.files().get(2)));
    assertEquals(Optional.of(why), batch.stopped());
    assertFalse(cancellation.isAsked(), "nobody stopped it from outside");
  }

  @Test
  void fail_fast_lets_nothing_begin_beside_a_file_that_is_invalid() {
    BatchResult batch =
        run(FAIL_FAST, FakeJob.of("good", Outcome.PASSED), FakeJob.invalid("broken"));
    assertEquals(
        "`broken` is invalid, and --fail-fast ends the batch there", unrun(batch.files().get(0)));
  }

  @Test
  void who_takes_too_long_is_an_error_and_the_others_go_on() {
    BatchResult batch =
        run(
            limited(Optional.of(limit("--timeout")), Optional.empty()),
            FakeJob.of("hangs", n -> (lane, stop) -> FakeRun.hang(stop)),
            FakeJob.of("good", Outcome.PASSED));
    assertEquals(Outcome.ERROR, outcome(batch.files().get(0)));
    assertEquals(Outcome.PASSED, outcome(batch.files().get(1)));
    assertEquals(Optional.empty(), batch.stopped());
  }

  @Test
  void when_the_time_of_all_is_over_the_rest_is_not_run() {
    lanes = List.of(new Lane(0, "one", 1, 1L << 30));
    BatchResult batch =
        run(
            limited(Optional.empty(), Optional.of(limit("--batch-timeout"))),
            FakeJob.of("hangs", n -> (lane, stop) -> FakeRun.hang(stop)),
            FakeJob.of("rest", Outcome.PASSED));
    assertEquals(Outcome.ERROR, outcome(batch.files().get(0)));
    String why = "the batch took longer than --batch-timeout 100ms";
    assertEquals(why, unrun(batch.files().get(1)));
    assertEquals(Optional.of(why), batch.stopped());
  }

  @Test
  void who_is_stopped_from_outside_says_how_far_it_came() {
    lanes = List.of(new Lane(0, "one", 1, 1L << 30));
    FakeJob stopping =
        FakeJob.of(
            "stopping",
            n ->
                (lane, stop) -> {
                  cancellation.cancel("SIGINT");
                  return FakeRun.hang(stop);
                });
    BatchResult batch =
        run(repeated(2, 0), FakeJob.of("good", Outcome.PASSED), stopping, FakeJob.of("rest"));
    assertEquals(2, batch.files().get(0).runs().size());
    assertEquals(Outcome.INTERRUPTED, outcome(batch.files().get(1)));
    assertEquals("the batch was stopped before", unrun(batch.files().get(2)));
    assertEquals(Optional.of("it was stopped (SIGINT)"), batch.stopped());
  }

  @Test
  void what_an_engine_left_undone_is_done_elsewhere_and_it_gets_no_more() {
    lanes = List.of(new Lane(0, "one", 2, 1L << 30), new Lane(1, "other", 2, 1L << 30));
    FakeRun.Body dies =
        (lane, stop) -> {
          if (lane.index() == 1) {
            return Outcome.PASSED;
          }
          oneAnswers.set(false);
          return Outcome.ERROR;
        };
    FakeJob[] jobs = new FakeJob[8];
    Arrays.setAll(jobs, i -> FakeJob.of("f" + i, n -> dies));
    BatchResult batch = run(BatchSettings.USUAL, jobs);
    for (FileResult file : batch.files()) {
      assertEquals(Outcome.PASSED, outcome(file), file.file());
      assertEquals("other", file.run().orElseThrow().engine());
      assertFalse(file.isFlaky());
    }
    long moved = batch.files().stream().filter(file -> file.runs().size() == 2).count();
    assertTrue(moved >= 1 && moved <= 2, moved + " were on it");
    assertEquals(Optional.empty(), batch.stopped());
  }

  @Test
  void a_silent_engine_is_not_waited_for_and_its_scenarios_are_done_elsewhere_once() {
    lanes = List.of(new Lane(0, "one", 1, 1L << 30), new Lane(1, "other", 1, 1L << 30));
    FakeRun.Body silent =
        (lane, stop) -> {
          if (lane.index() == 1) {
            return Outcome.PASSED;
          }
          oneAnswers.set(false);
          await(calls);
          assertTrue(stop.isAsked(), "what is removed then must not count as failed");
          return Outcome.INTERRUPTED;
        };
    FakeJob[] jobs = {FakeJob.of("a", n -> silent), FakeJob.of("b", n -> silent)};
    BatchResult batch = run(BatchSettings.USUAL, jobs);
    String why = "the engine one does not answer any more";
    assertEquals(List.of("one: " + why), givenUp);
    assertEquals(Outcome.PASSED, outcome(batch.files().get(0)));
    assertEquals(2, batch.files().get(0).runs().size());
    assertEquals(1, batch.files().get(1).runs().size());
    assertTrue(events.contains(new BatchEvent.EnginesConnected(List.of("one", "other"))));
    assertTrue(events.contains(new BatchEvent.EngineLost("one")));
  }

  @Test
  void what_stayed_on_an_engine_that_answers_in_the_end_is_removed_after_all() {
    lanes = List.of(new Lane(0, "one", 1, 1L << 30), new Lane(1, "other", 1, 1L << 30));
    for (boolean back : List.of(true, false)) {
      oneAnswers.set(true);
      comesBack.set(back);
      FakeRun.Body leaves =
          (lane, stop) -> {
            oneAnswers.compareAndSet(true, lane.index() != 0);
            return lane.index() == 0 ? Outcome.ERROR : Outcome.PASSED;
          };
      FileResult file = run(BatchSettings.USUAL, FakeJob.of("a", n -> leaves)).files().get(0);
      assertEquals(2, file.runs().size());
      assertEquals(back, file.runs().get(0).result().leftovers().isEmpty());
      assertEquals(Outcome.PASSED, outcome(file));
    }
  }

  @Test
  void the_only_engine_is_waited_for_and_what_it_left_undone_is_done_once_again() {
    lanes = List.of(new Lane(0, "one", 1, 1L << 30));
    comesBack.set(true);
    FakeRun.Body goes =
        (lane, stop) -> {
          oneAnswers.set(false);
          breaks.incrementAndGet();
          return Outcome.ERROR;
        };
    FakeJob cut = FakeJob.of("a", n -> n == 0 ? goes : (lane, stop) -> Outcome.PASSED);
    FakeJob never = FakeJob.of("b", n -> goes);
    BatchResult batch = run(BatchSettings.USUAL, cut, never, FakeJob.of("c", Outcome.FAILED));
    assertEquals(Outcome.PASSED, outcome(batch.files().get(0)));
    assertEquals(2, batch.files().get(0).runs().size());
    assertFalse(batch.files().get(0).isFlaky());
    assertEquals(Outcome.ERROR, outcome(batch.files().get(1)));
    assertEquals(2, batch.files().get(1).runs().size());
    assertEquals(1, batch.files().get(2).runs().size(), "the engine was there");
    assertEquals(Outcome.FAILED, outcome(batch.files().get(2)));
    assertEquals(Optional.empty(), batch.stopped());
    int away = events.indexOf(new BatchEvent.EngineAway("one"));
    BatchEvent back = new BatchEvent.EngineBack("one");
    assertEquals(away + 1, events.indexOf(back), "nothing began");
    assertEquals(3, events.stream().filter(back::equals).count(), "once each time");
  }

  @Test
  void an_engine_that_was_away_too_shortly_to_be_missed_is_told_too() {
    lanes = List.of(new Lane(0, "one", 1, 1L << 30));
    FakeRun.Body cut =
        (lane, stop) -> {
          breaks.incrementAndGet();
          return Outcome.FAILED;
        };
    FakeJob job = FakeJob.of("a", n -> n == 0 ? cut : (lane, stop) -> Outcome.PASSED);
    assertEquals(Outcome.PASSED, outcome(run(BatchSettings.USUAL, job).files().get(0)));
    assertTrue(events.contains(new BatchEvent.EngineBack("one")));
    assertFalse(events.contains(new BatchEvent.EngineAway("one")));
  }

  @Test
  void the_last_engine_is_given_all_its_time() {
    lanes = List.of(new Lane(0, "one", 1, 1L << 30));
    oneAnswers.set(false);
    run(BatchSettings.USUAL, FakeJob.of("a", Outcome.ERROR));
    assertEquals(List.of(), givenUp);
    assertTrue(events.stream().noneMatch(event -> event instanceof BatchEvent.EngineLost));
  }

  @Test
  void where_no_engine_is_left_the_rest_is_not_run() {
    lanes = List.of(new Lane(0, "one", 1, 1L << 30));
    oneAnswers.set(false);
    BatchResult batch =
        run(BatchSettings.USUAL, FakeJob.of("a", Outcome.ERROR), FakeJob.of("b", Outcome.PASSED));
    assertEquals(Outcome.ERROR, outcome(batch.files().get(0)));
    assertEquals("the engine one does not answer any more", unrun(batch.files().get(1)));
  }

  @Test
  void one_that_the_engine_does_not_let_begin_is_not_run_and_the_others_are() {
    FakeRun.Body refuses =
        (lane, stop) -> {
          throw new EngineException(EngineException.Kind.FAILED, "not today");
        };
    BatchResult batch =
        run(BatchSettings.USUAL, FakeJob.of("a", n -> refuses), FakeJob.of("b", Outcome.PASSED));
    assertEquals("not today", unrun(batch.files().get(0)));
    assertEquals(Outcome.PASSED, outcome(batch.files().get(1)));
  }

  @Test
  void a_mistake_of_our_own_ends_the_batch_and_is_not_hidden() {
    IllegalStateException mistake = new IllegalStateException("ours");
    FakeRun.Body goes =
        (lane, stop) -> {
          throw mistake;
        };
    FakeJob hangs = FakeJob.of("hangs", n -> (lane, stop) -> FakeRun.hang(stop));
    assertSame(
        mistake,
        assertThrows(
            IllegalStateException.class,
            () -> run(BatchSettings.USUAL, hangs, FakeJob.of("a", n -> goes))));
  }

  private static final List<Lane> TWO =
      List.of(new Lane(0, "one", 1, 1L << 30), new Lane(1, "other", 1, 1L << 30));

  private void assertBreaksOff(RuntimeException mistake, FakeJob... jobs) {
    assertSame(
        mistake, assertThrows(IllegalStateException.class, () -> run(BatchSettings.USUAL, jobs)));
  }

  @Test
  void a_mistake_while_an_engine_is_watched_ends_the_batch_too() {
    lanes = TWO;
    IllegalStateException mistake = new IllegalStateException("ours");
    FakeRun.Body hangs =
        (lane, stop) -> {
          lookBreaks = mistake;
          return FakeRun.hang(stop);
        };
    assertBreaksOff(mistake, FakeJob.of("a", n -> hangs));
  }

  @Test
  void a_mistake_while_it_is_told_that_an_engine_is_lost_ends_the_batch_too() {
    lanes = TWO;
    oneAnswers.set(false);
    IllegalStateException mistake = new IllegalStateException("ours");
    listener =
        event -> {
          if (event instanceof BatchEvent.EngineLost) {
            throw mistake;
          }
        };
    FakeRun.Body lost =
        (lane, stop) -> {
          throw new EngineException(EngineException.Kind.UNREACHABLE, "gone");
        };
    assertBreaksOff(mistake, FakeJob.of("a", n -> lost), FakeJob.of("b", Outcome.PASSED));
  }

  @Test
  void a_mistake_while_it_is_told_who_waits_lets_what_is_under_way_end_first() {
    IllegalStateException mistake = new IllegalStateException("ours");
    AtomicBoolean removed = new AtomicBoolean();
    listener =
        event -> {
          if (event instanceof BatchEvent.FileDelayed) {
            throw mistake;
          }
        };
    FakeRun.Body stands =
        (lane, stop) -> {
          Outcome outcome = FakeRun.hang(stop);
          new Cancellation().pause(200);
          removed.set(true);
          return outcome;
        };
    assertBreaksOff(
        mistake,
        FakeJob.of("a", n -> stands).taking(ALONE),
        FakeJob.of("b", Outcome.PASSED).taking(ALONE));
    assertTrue(removed.get(), "it was left standing");
  }

  @Test
  void what_was_run_is_told_even_if_an_earlier_run_never_began() {
    lanes = TWO;
    CountDownLatch planned = new CountDownLatch(4);
    List<FakeRun.Body> bodies =
        List.of(
            (lane, stop) -> {
              oneAnswers.set(false);
              return Outcome.ERROR;
            },
            (lane, stop) -> {
              await(planned);
              return Outcome.PASSED;
            },
            (lane, stop) -> Outcome.PASSED,
            (lane, stop) -> {
              cancellation.cancel("SIGINT");
              return FakeRun.hang(stop);
            });
    FakeJob job =
        FakeJob.of(
            "a",
            n -> {
              planned.countDown();
              return bodies.get(n);
            });
    BatchResult batch = run(repeated(3, 0), job);
    assertEquals(3, batch.files().get(0).runs().size());
    assertEquals(
        3,
        events.stream()
            .filter(BatchEvent.RunHappened.class::isInstance)
            .map(event -> ((BatchEvent.RunHappened) event).event())
            .filter(RunEvent.ScenarioFinished.class::isInstance)
            .count());
  }
}
