package io.labrun.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import io.labrun.event.AssertionResult;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.lessons.Lesson.EngineKind;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Labels;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.run.Cancellation;
import io.labrun.run.Keep;
import io.labrun.run.RunSettings;
import io.labrun.run.Runner;
import io.labrun.run.engine.Engine;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Scenario;
import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import io.labrun.testbed.Miscounted;
import io.labrun.testbed.StandIns;
import io.labrun.testbed.Takes;
import io.labrun.testbed.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Every shipped scenario passes on a real engine, and each of its claims fails when its cause is
 * taken away.
 *
 * <p>A scenario about something that this machine lacks is skipped, for just that reason; those
 * tests then count as skipped and not as passed. {@code -Dlabrun.lessons=NAME} looks at one
 * scenario only; {@code -Dlabrun.lessons.defaults={...}} is its {@code defaults} on a machine too
 * slow for the usual ones.
 */
@Takes(seconds = 400)
class LessonsIT {
  static final String ONE = "labrun.lessons";
  static final String DEFAULTS = "labrun.lessons.defaults";

  private static final Path SCENARIOS = Path.of("scenarios");
  private static final Path CHANGES = Path.of("src/test/resources/lessons");

  /**
   * Claims fail sooner under a change than they would for a student, and are tried less often,
   * which spares a small machine a lot: the verdict is the same.
   */
  private static final String IMPATIENCE = "{within: 2s, every: 500ms}";

  private static final ExecutorService lanes = Executors.newFixedThreadPool(3);
  private static Engine engine;

  @BeforeAll
  static void connect() {
    engine = TestEngine.connect();
  }

  @AfterAll
  static void disconnect() {
    lanes.shutdown();
    engine.close();
  }

  @TestFactory
  Stream<DynamicContainer> lessons() throws IOException {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      List<Lesson> lessons =
          files
              .filter(LessonsIT::isAskedFor)
              .sorted()
              .map(file -> Lesson.of(file, CHANGES.resolve(file.getFileName())))
              // Those with hosts take longest.
              .sorted(Comparator.comparing(lesson -> !lesson.hasHosts()))
              .toList();
      assertFalse(lessons.isEmpty(), "there must be scenarios to look at");
      Map<String, Lane> byAddresses = new HashMap<>();
      return lessons.stream()
          .map(lesson -> dynamicContainer(lesson.name(), tests(lesson, byAddresses)))
          .toList()
          .stream();
    }
  }

  private static boolean isAskedFor(Path file) {
    return file.getFileName().toString().endsWith(System.getProperty(ONE, "") + ".yaml");
  }

  private static Stream<DynamicNode> tests(Lesson lesson, Map<String, Lane> byAddresses) {
    CompletableFuture<Void> images = StandIns.coming(StandIns.namedBy(lesson.file()));
    Supplier<Lane> lane =
        () ->
            lesson.hasHosts()
                ? new Lane(lanes, images)
                : byAddresses.computeIfAbsent(lesson.addresses(), key -> new Lane(lanes, images));
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(lane.get().test("passes", () -> passes(lesson)));
    tests.add(lane.get().test("every claim can fail", () -> allCanFail(lesson)));
    lesson.changes().forEach(c -> tests.add(lane.get().test(c.name(), () -> breaks(lesson, c))));
    return tests.stream();
  }

  private static void passes(Lesson lesson) {
    ScenarioResult result = run(lesson.with(lesson.text() + defaults("")));
    assertEquals(Map.of(), notPassed(result), () -> describe(result));
    assertEquals(Outcome.PASSED, result.outcome());
  }

  private static void allCanFail(Lesson lesson) {
    Set<String> claims = new TreeSet<>();
    load(lesson).assertions().stream()
        .map(Assertion::name)
        .forEach(name -> claims.add(name.name()));
    lesson.changes().forEach(change -> claims.removeAll(change.failed()));
    assertEquals(Set.of(), claims, "no change makes these claims fail");
  }

  private static void breaks(Lesson lesson, Change change) {
    ScenarioResult result = run(lesson.with(change.applyTo(lesson.text()) + defaults(IMPATIENCE)));
    Map<String, Status> expected = new TreeMap<>();
    change.failed().forEach(name -> expected.put(name, Status.FAILED));
    change.error().forEach(name -> expected.put(name, Status.ERROR));
    assertEquals(expected, notPassed(result), () -> describe(result));
  }

  /** The defaults that are asked for, or else these, or none. */
  private static String defaults(String usual) {
    String mapping = System.getProperty(DEFAULTS, usual);
    return mapping.isEmpty() ? "" : "defaults: " + mapping + "\n";
  }

  private static Map<String, Status> notPassed(ScenarioResult result) {
    Map<String, Status> out = new TreeMap<>();
    for (AssertionResult one : result.assertions()) {
      if (one.status() != Status.PASSED) {
        out.put(one.assertion().name().name(), one.status());
      }
    }
    return out;
  }

  private static ScenarioResult run(Lesson lesson) {
    StandIns.bring(StandIns.namedBy(lesson.file()));
    Scenario scenario = load(lesson);
    RunName name = RunName.draw(scenario.name().name(), new Random());
    RunSettings settings =
        new RunSettings(
            Keep.NEVER,
            Map.of(Labels.OWNER, "test"),
            Map.of(),
            SCENARIOS.toAbsolutePath(),
            RunSettings.USUAL_PARALLEL);
    Engine its = lesson.engine() == EngineKind.DESKTOP ? DesktopEngine.over(engine) : engine;
    Runner runner = new Runner(its, settings, event -> {}, new Cancellation());
    ScenarioResult result;
    try (PluginProcess plugin =
        lesson.engine() == EngineKind.PLUGIN ? PluginProcess.start() : null) {
      result = runner.run(Planner.plan(scenario, name));
    }
    assertEquals(List.of(), Miscounted.without(result.leftovers()));
    assertEquals(
        result.leftovers().size(), engine.labelled(Map.of(Labels.RUN, name.toString())).size());
    unlessSkipped(lesson, result);
    return result;
  }

  /** What this machine may lack must be what the run was skipped for; no test then passes. */
  private static void unlessSkipped(Lesson lesson, ScenarioResult result) {
    if (result.outcome() == Outcome.SKIPPED) {
      String reason = result.problem().orElseThrow().what();
      assertTrue(lesson.skipped().isPresent(), "it may not be skipped: " + reason);
      assertEquals(
          Set.of(Status.SKIPPED),
          result.assertions().stream().map(AssertionResult::status).collect(Collectors.toSet()));
      assertTrue(reason.contains(lesson.skipped().get()), reason);
      abort("skipped: " + reason);
    }
  }

  private static Scenario load(Lesson lesson) {
    SourceText source = new SourceText(lesson.file().toString(), lesson.text());
    LoadResult result = new ScenarioLoader().load(source, Given.of(lesson.set()));
    assertEquals(List.of(), result.diagnostics().stream().map(Diagnostic::message).toList());
    return result.scenario().orElseThrow();
  }

  private static String describe(ScenarioResult result) {
    StringBuilder out = new StringBuilder();
    result.problem().ifPresent(problem -> out.append(problem.what()).append('\n'));
    for (AssertionResult one : result.assertions()) {
      out.append(one.status()).append(' ').append(one.assertion().name().name()).append('\n');
      one.problem().ifPresent(p -> out.append("    ").append(p.what()).append('\n'));
      one.observations()
          .forEach(
              seen ->
                  out.append("    ").append(seen.subject() + ": " + seen.summary()).append('\n'));
      one.across().forEach(mismatch -> out.append("    ").append(mismatch.path()).append('\n'));
    }
    return out.toString();
  }
}
