package io.labrun.report.file;

import io.labrun.event.AssertionResult;
import io.labrun.event.Leftover;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Status;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Named;
import io.labrun.scenario.Scenario;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario that was read, and what is told of runs of it that never were. */
final class Told {
  private static final Path FOLDER = Path.of("src/test/resources/report");
  private static final ScenarioLoader LOADER = new ScenarioLoader();

  private final Scenario scenario;
  private final Plan plan;

  /** Reads {@code NAME.yaml} as if it were called otherwise. */
  Told(String name, String file) {
    LoadResult loaded = LOADER.load(source(name, file), new Given(Map.of(), v -> Optional.empty()));
    this.scenario = loaded.scenario().orElseThrow(() -> new AssertionError(loaded.diagnostics()));
    this.plan = Planner.plan(scenario, new RunName(scenario.name().name(), "4f2a"));
  }

  static SourceText source(String name, String file) {
    try {
      return new SourceText(file, Files.readString(FOLDER.resolve(name + ".yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Assertion assertion(int index) {
    return scenario.assertions().get(index);
  }

  /** The same with another name, which no loader need let through. */
  static Assertion named(Assertion one, String name) {
    return new Assertion(
        new Named(name, one.name().span()),
        one.span(),
        one.actions(),
        one.check(),
        one.expect(),
        one.across(),
        one.timing(),
        one.hints(),
        one.needs(),
        one.level(),
        one.points(),
        one.stop(),
        one.capture());
  }

  /** The first place of a piece of the scenario. */
  Span at(String piece) {
    int start = scenario.source().text().indexOf(piece);
    if (start < 0) {
      throw new AssertionError(piece);
    }
    return scenario.source().span(start, start + piece.length());
  }

  AssertionResult passed(int index) {
    Observation seen = new Observation("client", "172.28.10.10", Optional.empty(), List.of());
    return result(assertion(index), Status.PASSED, 1, List.of(seen), List.of(), null);
  }

  static AssertionResult failed(Assertion assertion, Observation... seen) {
    return result(assertion, Status.FAILED, 41, List.of(seen), List.of(), null);
  }

  AssertionResult error(int index, Problem why) {
    return result(assertion(index), Status.ERROR, 1, List.of(), List.of(), why);
  }

  AssertionResult untried(int index, Status status, String why) {
    return AssertionResult.untried(assertion(index), status, Problem.of(why));
  }

  static AssertionResult result(
      Assertion assertion,
      Status status,
      int attempts,
      List<Observation> seen,
      List<Mismatch> across,
      Problem why) {
    Duration time = Duration.ofMillis(status == Status.PASSED ? 120 : 10_250);
    return new AssertionResult(
        assertion, status, time, attempts, seen, across, Optional.ofNullable(why));
  }

  ScenarioResult result(
      Outcome outcome, Problem why, List<Leftover> left, AssertionResult... results) {
    return new ScenarioResult(
        plan,
        outcome,
        List.of(results),
        Optional.ofNullable(why),
        left,
        false,
        Duration.ofMillis(2_900));
  }

  ScenarioRun run(Outcome outcome, Problem why, AssertionResult... results) {
    return ScenarioRun.of(result(outcome, why, List.of(), results));
  }

  /** A run that ended before anything was tried. */
  ScenarioRun untried(Outcome outcome, Problem why) {
    AssertionResult[] results =
        scenario.assertions().stream()
            .map(one -> AssertionResult.untried(one, Status.SKIPPED, Problem.of("not tried")))
            .toArray(AssertionResult[]::new);
    return run(outcome, why, results);
  }
}
