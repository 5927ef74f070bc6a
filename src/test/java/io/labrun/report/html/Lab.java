package io.labrun.report.html;

import io.labrun.event.AssertionResult;
import io.labrun.event.Mismatch;
import io.labrun.event.Observation;
import io.labrun.event.Observation.Output;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.ScenarioResult;
import io.labrun.event.ScenarioRun;
import io.labrun.event.Snapshot;
import io.labrun.event.Status;
import io.labrun.event.Stretch;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Scenario;
import io.labrun.source.SourceText;
import io.labrun.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scenario that was read, and results of its claims made by hand. */
final class Lab {
  private static final Path FOLDER = Path.of("src/test/resources/report/html");

  private final Plan plan;
  private final List<AssertionResult> results = new ArrayList<>();
  private Optional<Problem> problem = Optional.empty();

  private Lab(Plan plan) {
    this.plan = plan;
  }

  /** A scenario of the test's resources. */
  static Lab of(String name) {
    return of(read(name));
  }

  /** A scenario of a text, which must have no mistakes. */
  static Lab of(SourceText source) {
    LoadResult loaded = new ScenarioLoader().load(source, Given.NOTHING);
    Scenario scenario =
        loaded.scenario().orElseThrow(() -> new AssertionError(loaded.diagnostics().toString()));
    return new Lab(Planner.plan(scenario, new RunName(scenario.name().name(), "4f2a")));
  }

  /** A text of the test's resources under the name that a user would have typed. */
  static SourceText read(String name) {
    try {
      return new SourceText(
          "scenarios/" + name + ".yaml", Files.readString(FOLDER.resolve(name + ".yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same scenario, of which nothing is known yet. */
  Lab again() {
    return new Lab(plan);
  }

  /** The place of a piece of the text, which must stand in it. */
  Span at(String piece) {
    SourceText text = plan.scenario().source();
    int start = text.text().indexOf(piece);
    if (start < 0) {
      throw new IllegalArgumentException(piece);
    }
    return text.span(start, start + piece.length());
  }

  Mismatch wrong(String piece, String path, String expected, String found) {
    return new Mismatch(at(piece), path, expected, found);
  }

  static Observation seen(String subject, String summary, Mismatch... wrong) {
    return new Observation(subject, summary, Optional.empty(), List.of(wrong));
  }

  static Observation ran(
      String subject, String command, int code, String stdout, String stderr, Mismatch... wrong) {
    Output output =
        new Output(List.of(command.split(" ")), Optional.of(code), stdout, stderr, false);
    return new Observation(subject, "exit code " + code, Optional.of(output), List.of(wrong));
  }

  private Assertion next() {
    return plan.scenario().assertions().get(results.size());
  }

  Lab claim(Status status, long millis, int attempts, Observation... seen) {
    return claim(status, millis, attempts, Optional.empty(), seen);
  }

  Lab claim(Status status, long millis, int attempts, Optional<Problem> why, Observation... seen) {
    results.add(
        new AssertionResult(
            next(), status, Duration.ofMillis(millis), attempts, List.of(seen), List.of(), why));
    return this;
  }

  Lab because(Problem why) {
    problem = Optional.of(why);
    return this;
  }

  /** The run; claims that were not told of were not tried. */
  ScenarioRun run(Outcome outcome, String engine, long start, Snapshot snapshot) {
    while (results.size() < plan.scenario().assertions().size()) {
      results.add(
          AssertionResult.untried(next(), Status.SKIPPED, Problem.of("the run ended before")));
    }
    List<Stretch> stretches = stretches();
    ScenarioResult result =
        new ScenarioResult(
            plan, outcome, List.copyOf(results), problem, List.of(), false, end(stretches));
    return new ScenarioRun(
        result, engine, Duration.ofMillis(start), stretches, Optional.ofNullable(snapshot));
  }

  private List<Stretch> stretches() {
    List<Stretch> out = new ArrayList<>();
    Duration at = Duration.ofMillis(30);
    for (String key : plan.scenario().containers().keySet()) {
      out.add(
          new Stretch(Stretch.Part.SET_UP, "container " + key, at, Duration.ofMillis(600), true));
      at = at.plusMillis(60);
    }
    at = at.plusMillis(600);
    for (AssertionResult result : results) {
      if (result.attempts() > 0) {
        boolean good = result.status() == Status.PASSED;
        String name = result.assertion().name().name();
        out.add(new Stretch(Stretch.Part.ASSERTION, name, at, result.time(), good));
        at = at.plus(result.time());
      }
    }
    out.add(new Stretch(Stretch.Part.REMOVAL, "removal", at, Duration.ofMillis(500), true));
    return out;
  }

  private static Duration end(List<Stretch> stretches) {
    Stretch last = stretches.get(stretches.size() - 1);
    return last.start().plus(last.time());
  }
}
