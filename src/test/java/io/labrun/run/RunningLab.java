package io.labrun.run;

import io.labrun.event.Mismatch;
import io.labrun.event.Problem;
import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.plan.Labels;
import io.labrun.plan.Plan;
import io.labrun.plan.Planner;
import io.labrun.plan.RunName;
import io.labrun.run.action.ActionContext;
import io.labrun.run.action.Actions;
import io.labrun.run.build.ImageBuilder;
import io.labrun.run.check.Across;
import io.labrun.run.check.Check;
import io.labrun.run.check.CheckContext;
import io.labrun.run.check.Checks;
import io.labrun.run.check.Finding;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.host.HostMaker;
import io.labrun.run.host.SwarmMaker;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LiveValues;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.lab.Subnets;
import io.labrun.run.lab.ToolContainers;
import io.labrun.run.match.Matching;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import io.labrun.scenario.Data;
import io.labrun.source.SourceText;
import io.labrun.testbed.TestEngine;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A scenario that stands on the real engine, for tests of checks and actions: each assertion is
 * tried once, without the machinery around it, and all is removed at the end.
 */
public final class RunningLab implements AutoCloseable {
  private static final Duration USUAL = Duration.ofSeconds(5);

  /** The engine. */
  public final Engine engine;

  /** What stands. */
  public final Lab lab;

  /** The tool containers. */
  public final ToolContainers probes;

  private final RunLabels labels;
  private final Makers makers;
  private final Path folder;

  private RunningLab(Engine engine, Plan plan, Path folder) {
    this.engine = engine;
    this.folder = folder;
    this.lab = new Lab(engine, plan);
    this.labels = new RunLabels(plan.run(), Map.of());
    this.probes = new ToolContainers(lab, RunLabels.of(plan.run()));
    RunSettings settings = new RunSettings(Keep.NEVER, Map.of(), Map.of(), folder, 4);
    this.makers = Makers.of(lab, settings, labels, new Cancellation());
  }

  /** Sets a scenario up. */
  public static RunningLab of(String yaml) {
    return in(Path.of("."), yaml);
  }

  /** Sets a scenario up that lies in a folder. */
  public static RunningLab in(Path folder, String yaml) {
    LoadResult loaded = new ScenarioLoader().load(new SourceText("test.yaml", yaml), Given.NOTHING);
    if (loaded.scenario().isEmpty()) {
      throw new IllegalArgumentException(
          loaded.diagnostics().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
    RunName run = RunName.draw(loaded.scenario().get().name().name(), new SecureRandom());
    Engine engine = TestEngine.connect();
    RunningLab lab = new RunningLab(engine, Planner.plan(loaded.scenario().get(), run), folder);
    lab.setUp();
    return lab;
  }

  private void setUp() {
    try (Workers workers = new Workers("test", 4)) {
      SetUp setUp =
          new SetUp(
              lab,
              workers,
              event -> {},
              new Cancellation(),
              new ImageBuilder(
                  lab, folder, Map.of(), key -> labels.with(key, Map.of()), Optional.empty()),
              probes,
              makers,
              new HostMaker(lab, labels.all(), new Subnets()),
              new SwarmMaker(lab, labels.all()),
              Optional.empty(),
              new EngineShare(4));
      Optional<Problem> problem = setUp.carryOut(lab.plan().steps());
      if (problem.isPresent()) {
        close();
        throw new IllegalStateException(spoken(problem.get()));
      }
    }
  }

  /**
   * Does an assertion's actions, then tries its check once: {@code passed}, or what did not hold.
   */
  public String once(String name) {
    return acted(name).orElseGet(() -> guarded(() -> attempt(assertion(name))));
  }

  /** Why an action of an assertion could not be done; empty when all were. */
  private Optional<String> acted(String name) {
    String done = "done";
    String verdict =
        guarded(
            () -> {
              assertion(name).actions().forEach(this::act);
              return done;
            });
    return Optional.of(verdict).filter(said -> !said.equals(done));
  }

  /** As {@link #once}, but again for up to ten seconds until it passes, without the actions. */
  public String soon(String name) {
    return until(name, "passed"::equals);
  }

  /**
   * As {@link #once}, but again for up to ten seconds until its verdict is as wanted. An action is
   * done once; what it can't do, no second look mends.
   */
  public String until(String name, Predicate<String> wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    Optional<String> refused = acted(name);
    if (refused.isPresent()) {
      return refused.get();
    }
    String verdict = guarded(() -> attempt(assertion(name)));
    while (!wanted.test(verdict) && System.nanoTime() < end) {
      pause();
      verdict = guarded(() -> attempt(assertion(name)));
    }
    return verdict;
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String guarded(Supplier<String> attempt) {
    try {
      return attempt.get();
    } catch (ProblemException e) {
      return "error: " + spoken(e.problem());
    } catch (EngineException e) {
      return "error: " + e.getMessage();
    }
  }

  /** What the check of an assertion finds. */
  public List<Finding> findings(String name) {
    Assertion assertion = assertion(name);
    return findings(assertion, assertion.check());
  }

  /** What a check finds that is made for an assertion. */
  public List<Finding> findings(Assertion assertion, Call check) {
    return Checks.of(check.kind()).attempt(check, context(assertion));
  }

  private String attempt(Assertion assertion) {
    Check check = Checks.of(assertion.check().kind());
    CheckContext context = context(assertion);
    List<Finding> findings = check.attempt(assertion.check(), context);
    Optional<Data> expected =
        assertion.expect().or(() -> check.expectedByDefault(assertion.check()));
    List<String> wrong = new ArrayList<>();
    for (Finding finding : findings) {
      expected.ifPresent(
          data ->
              Matching.match(data, finding.result(), context.resolver())
                  .forEach(m -> wrong.add(finding.subject() + ": " + spoken(m))));
    }
    assertion
        .across()
        .ifPresent(across -> Across.compare(across, findings).forEach(m -> wrong.add(spoken(m))));
    return wrong.isEmpty() ? controlled(findings) : "failed: " + String.join("; ", wrong);
  }

  private static String controlled(List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> finding.control().objection().stream())
        .findFirst()
        .map(objection -> "error: " + spoken(objection))
        .orElse("passed");
  }

  /** Does an action. */
  public void act(Call action) {
    Actions.of(action.kind())
        .perform(
            action, new ActionContext(lab, probes, makers, new LiveValues(lab), USUAL, folder));
  }

  private CheckContext context(Assertion assertion) {
    return new CheckContext(
        lab,
        probes,
        makers,
        new LiveValues(lab),
        assertion.timing().timeout().orElse(USUAL),
        folder,
        assertion);
  }

  private Assertion assertion(String name) {
    return lab.plan().scenario().assertions().stream()
        .filter(one -> one.name().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** All that stands of the run. */
  public List<LabelledObject> standing() {
    return engine.labelled(Map.of(Labels.RUN, lab.plan().run().toString()));
  }

  private static String spoken(Mismatch mismatch) {
    return "%s: expected %s, found %s"
        .formatted(mismatch.path(), mismatch.expected(), mismatch.found());
  }

  private static String spoken(Problem problem) {
    return problem.details().isEmpty()
        ? problem.what()
        : problem.what() + " | " + String.join(" | ", problem.details());
  }

  @Override
  public void close() {
    try {
      lab.hosts().close();
      for (LabelledObject object : standing()) {
        switch (object.kind()) {
          case SERVICE -> engine.swarm().removeService(object.id());
          case CONTAINER -> engine.removeContainer(object.id());
          case NETWORK -> {}
          default -> {}
        }
      }
      for (LabelledObject object : standing()) {
        switch (object.kind()) {
          case NETWORK -> engine.removeNetwork(object.id());
          case VOLUME -> engine.removeVolume(object.id());
          default -> throw new IllegalStateException("left behind: " + object);
        }
      }
    } finally {
      engine.close();
    }
  }
}
