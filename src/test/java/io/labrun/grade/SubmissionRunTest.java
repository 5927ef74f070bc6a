package io.labrun.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.batch.Lane;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.plan.RunNames;
import io.labrun.run.Cancellation;
import io.labrun.run.Keep;
import io.labrun.run.Limits;
import io.labrun.run.RunSettings;
import io.labrun.run.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Submissions on an engine that is gone. */
@Timeout(30)
final class SubmissionRunTest {
  private static final Limits LIMITS = new Limits(1 << 26, 64, 1, 1 << 20);

  @TempDir private Path folder;
  private final List<Problem> ungraded = new ArrayList<>();
  private final List<RunName> standing = new ArrayList<>();
  private final Workplace workplace =
      new Workplace() {
        @Override
        public Engine engine(Lane lane) {
          return GoneEngine.make();
        }

        @Override
        public RunSettings settings(Path start, Lane lane) {
          return new RunSettings(Keep.NEVER, Map.of(), Map.of(), start, 1);
        }

        @Override
        public String owner() {
          return "somebody";
        }

        @Override
        public void begins(RunName run, Lane lane) {
          standing.add(run);
        }

        @Override
        public void ended(RunName run) {
          standing.remove(run);
        }
      };
  private Exercise exercise;
  private Submission alice;

  @BeforeEach
  void hand_in() throws IOException {
    Path file = folder.resolve("exercise.yaml");
    Files.writeString(
        file,
        """
        name: lab
        containers:
          app: {build: ./app}
        assertions:
          - {name: it runs, state: {container: app}, expect: {status: running}}
        submission: [app/]
        """);
    for (String name : List.of("app", "in/alice/app")) {
      Path app = Files.createDirectories(folder.resolve(name));
      Files.writeString(app.resolve("Dockerfile"), "FROM busybox\n");
    }
    LoadResult loaded = new ScenarioLoader().load(file, Given.NOTHING);
    assertEquals(List.of(), loaded.diagnostics());
    exercise = new Exercise(file, loaded.scenario().orElseThrow(), loaded.files());
    alice = new Submission("alice", folder.resolve("in/alice"));
  }

  @Test
  void that_its_steps_cannot_be_removed_is_told_and_hides_nothing_of_the_run() {
    Setting setting =
        new Setting(exercise, folder.resolve("in"), LIMITS, workplace, new RunNames(new Random(1)));
    Plan plan = Planner.plan(exercise.scenario(), new RunName("lab", "0001"));
    ScenarioResult result =
        new SubmissionRun(setting, alice, plan, ungraded::add)
            .run(new Lane(0, "one", 1, 1L << 30), event -> {}, new Cancellation());
    assertEquals(Outcome.ERROR, result.outcome());
    assertEquals(
        List.of("run", "step"), result.leftovers().stream().map(Leftover::kind).sorted().toList());
    assertEquals("nobody answers", result.leftovers().get(1).reason());
    assertTrue(
        ungraded.stream().anyMatch(why -> why.what().contains("does not answer any more")),
        ungraded.toString());
    assertEquals(List.of(), standing);
  }

  @Test
  void what_a_container_writes_to_the_desk_counts_while_the_engine_says_nothing() throws Exception {
    Desk desk = Desk.lay(exercise, alice, folder.resolve("in"), LIMITS.disk(), "somebody");
    Cancellation cancellation = new Cancellation();
    try (Guard guard = Guard.on(GoneEngine.make(), "lab-0001", desk, LIMITS, cancellation, false)) {
      Files.write(desk.folder().resolve("app/large"), new byte[(1 << 20) + 1]);
      Instant end = Instant.now().plus(Duration.ofSeconds(10));
      while (!cancellation.isAsked() && Instant.now().isBefore(end)) {
        cancellation.pause(100);
      }
    } finally {
      assertEquals(Optional.empty(), desk.clear());
    }
    assertEquals(
        Optional.of("it wrote more than the 1 MiB that --disk gives"), cancellation.overdue());
  }

  @Test
  void nobody_waits_for_an_engine_that_still_adds_up_when_a_run_has_ended() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Engine slow = GoneEngine.slow(asked);
    Desk desk = Desk.lay(exercise, alice, folder.resolve("in"), LIMITS.disk(), "somebody");
    long end = 0;
    try (Guard guard = Guard.on(slow, "lab-0001", desk, LIMITS, new Cancellation(), false)) {
      assertTrue(asked.await(10, TimeUnit.SECONDS));
      end = System.nanoTime();
    } finally {
      assertEquals(Optional.empty(), desk.clear());
    }
    assertTrue(System.nanoTime() - end < TimeUnit.SECONDS.toNanos(10), "it waited");
  }
}
