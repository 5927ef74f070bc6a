package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.event.AssertionResult;
import io.labrun.event.Outcome;
import io.labrun.event.RunEvent;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Status;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Labels;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.LabelledObject;
import io.labrun.source.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** A scenario, written in a test, and a run of it on the real engine. */
final class LabRun {
  private final Engine engine;
  private final Path folder;
  private final Plan plan;
  private final List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
  private final Cancellation cancellation = new Cancellation();
  private Consumer<RunEvent> reaction = event -> {};
  private Keep keep = Keep.NEVER;
  private boolean offline;
  private boolean snapshot;
  private Map<String, String> labels = Map.of(Labels.OWNER, "test");

  private LabRun(Engine engine, Path folder, Plan plan) {
    this.engine = engine;
    this.folder = folder;
    this.plan = plan;
  }

  /** A run of a scenario without mistakes. */
  static LabRun of(Engine engine, String yaml) {
    return of(engine, Path.of("").toAbsolutePath(), "it.yaml", yaml);
  }

  /** A run of a scenario without mistakes that lies in a folder. */
  static LabRun of(Engine engine, Path folder, String yaml) {
    return of(engine, folder, folder.resolve("it.yaml").toString(), yaml);
  }

  private static LabRun of(Engine engine, Path folder, String name, String yaml) {
    LoadResult result = new ScenarioLoader().load(new SourceText(name, yaml), Given.NOTHING);
    assertEquals(List.of(), result.diagnostics());
    RunName run = RunName.draw(result.scenario().orElseThrow().name().name(), new Random());
    return new LabRun(engine, folder, Planner.plan(result.scenario().get(), run));
  }

  LabRun keep(Keep when) {
    keep = when;
    return this;
  }

  /** Labels of all that it makes. */
  LabRun labels(Map<String, String> all) {
    labels = all;
    return this;
  }

  LabRun offline() {
    offline = true;
    return this;
  }

  LabRun snapshot() {
    snapshot = true;
    return this;
  }

  /** Does something when an event comes. */
  LabRun on(Consumer<RunEvent> what) {
    reaction = what;
    return this;
  }

  ScenarioResult run() {
    return runner().run(plan);
  }

  ScenarioResult up() {
    return runner().up(plan);
  }

  ScenarioResult check() {
    return runner().check(plan);
  }

  void cancel() {
    cancellation.cancel("SIGINT");
  }

  List<RunEvent> events() {
    return List.copyOf(events);
  }

  Plan plan() {
    return plan;
  }

  /** All that stands of the run. */
  List<LabelledObject> standing() {
    return engine.labelled(Map.of(Labels.RUN, plan.run().toString()));
  }

  /** Removes what stands of the run. */
  void remove() {
    StandingRuns runs = new StandingRuns(engine);
    runs.list().stream()
        .filter(run -> run.run().equals(plan.run()))
        .forEach(run -> assertEquals(List.of(), runs.remove(run, event -> {})));
  }

  /** The status of each assertion, in order. */
  static List<Status> statuses(ScenarioResult result) {
    return result.assertions().stream().map(AssertionResult::status).toList();
  }

  /** Looks that all of a run holds, and nothing is left of it. */
  static void passed(ScenarioResult result) {
    for (AssertionResult one : result.assertions()) {
      assertEquals(Status.PASSED, one.status(), one.assertion().name().name() + ": " + one);
    }
    assertEquals(Outcome.PASSED, result.outcome(), result.toString());
    assertEquals(List.of(), result.leftovers());
  }

  private Runner runner() {
    RunSettings settings =
        new RunSettings(
                keep,
                labels,
                Map.of("LABRUN_IT", "from outside"),
                folder,
                RunSettings.USUAL_PARALLEL)
            .beside("alive"::equals)
            .offline(offline)
            .snapshot(snapshot);
    return new Runner(
        engine,
        settings,
        event -> {
          events.add(event);
          reaction.accept(event);
        },
        cancellation);
  }
}
