package io.labrun.run;

import io.labrun.event.AssertionResult;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Snapshot;
import io.labrun.event.Status;
import io.labrun.plan.Need;
import io.labrun.plan.Plan;
import io.labrun.plan.Step;
import io.labrun.plan.StepKind;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.Assertion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries plans out on an engine. */
public final class Runner {
  private final Engine engine;
  private final Map<String, Engine> machines;
  private final RunSettings settings;
  private final RunListener listener;
  private final Cancellation cancellation;

  /** A runner on an engine; the listener is told of everything, one event at a time. */
  public Runner(
      Engine engine, RunSettings settings, RunListener listener, Cancellation cancellation) {
    this(engine, Map.of(), settings, listener, cancellation);
  }

  /**
   * A runner on an engine, with machines that are hosts.
   *
   * @param machines their engines by the host's key; whoever opened them closes them
   */
  public Runner(
      Engine engine,
      Map<String, Engine> machines,
      RunSettings settings,
      RunListener listener,
      Cancellation cancellation) {
    this.engine = engine;
    this.machines = Map.copyOf(machines);
    this.settings = settings;
    this.listener = new Announcer(listener);
    this.cancellation = cancellation;
  }

  /** Sets up, checks all assertions and removes everything, unless it is to be kept. */
  public ScenarioResult run(Plan plan) {
    try (Session session = begin(plan)) {
      Optional<ScenarioResult> unfit = unfit(session, plan, false);
      if (unfit.isPresent()) {
        return unfit.get();
      }
      Optional<Problem> problem = session.setUp(plan.steps());
      List<AssertionResult> results =
          problem.isPresent() || cancellation.isAsked()
              ? untried(plan, why(problem))
              : session.check(plan.scenario().assertions());
      session.look();
      Outcome outcome = outcome(problem, results);
      boolean keep = isKept(outcome);
      List<Leftover> leftovers = keep ? keep(session) : session.remove();
      return session.finished(outcome, results, problem.or(this::late), leftovers, keep);
    }
  }

  /** Sets up and leaves it standing; if that does not succeed, removes everything. */
  public ScenarioResult up(Plan plan) {
    try (Session session = begin(plan)) {
      Optional<ScenarioResult> unfit = unfit(session, plan, false);
      if (unfit.isPresent()) {
        return unfit.get();
      }
      Optional<Problem> problem = session.setUp(withoutProbes(plan));
      session.look();
      boolean stands = problem.isEmpty() && !cancellation.isAsked();
      Outcome outcome = stands ? Outcome.PASSED : outcome(problem, List.of());
      boolean keep = stands || isKept(outcome);
      List<Leftover> leftovers = keep ? keep(session) : session.remove();
      return session.finished(outcome, List.of(), problem, leftovers, keep);
    }
  }

  /** Checks all assertions on what stands of the plan's run, and leaves it standing. */
  public ScenarioResult check(Plan plan) {
    try (Session session = begin(plan)) {
      session.findStanding();
      Optional<ScenarioResult> unfit = unfit(session, plan, true);
      if (unfit.isPresent()) {
        return unfit.get();
      }
      List<AssertionResult> results = session.check(plan.scenario().assertions());
      session.look();
      List<Leftover> leftovers = session.removeProbes();
      Outcome outcome = outcome(Optional.empty(), results);
      listener.on(new RunEvent.Kept());
      return session.finished(outcome, results, Optional.empty(), leftovers, true);
    }
  }

  /**
   * What stands of the plan's run; nothing is changed and nothing is told.
   *
   * @throws EngineException if it can't be found out
   */
  public Snapshot look(Plan plan) {
    try (Session session = new Session(engine, machines, plan, settings, listener, cancellation)) {
      session.findStanding();
      return session.standing();
    } catch (ProblemException e) {
      throw new EngineException(EngineException.Kind.UNREACHABLE, e.problem().what());
    }
  }

  /**
   * The result of a scenario that can't begin here; empty if all that it requires is there.
   *
   * @param stands whether its lab stands already, which then holds the ports that were free
   */
  private Optional<ScenarioResult> unfit(Session session, Plan plan, boolean stands) {
    List<Need> needs =
        Need.of(plan.scenario().requires()).stream()
            .filter(need -> !stands || need.kind() != Need.Kind.FREE_PORT)
            .toList();
    Optional<Requiring.Obstacle> obstacle = session.require(needs);
    if (obstacle.isEmpty() && !cancellation.isAsked()) {
      return Optional.empty();
    }
    Optional<Problem> problem = obstacle.map(Requiring.Obstacle::problem).or(this::late);
    Outcome outcome = cancellation.isAsked() ? stopped() : obstacle.orElseThrow().outcome();
    String why = outcome == Outcome.SKIPPED ? "the scenario was skipped" : "it could not begin";
    List<AssertionResult> results = untried(plan, Problem.of(why));
    return Optional.of(session.finished(outcome, results, problem, session.removeProbes(), stands));
  }

  private Session begin(Plan plan) {
    listener.on(new RunEvent.ScenarioStarted(plan));
    return new Session(engine, machines, plan, settings, listener, cancellation);
  }

  private List<Leftover> keep(Session session) {
    List<Leftover> leftovers = session.removeProbes();
    listener.on(new RunEvent.Kept());
    return leftovers;
  }

  private boolean isKept(Outcome outcome) {
    return switch (settings.keep()) {
      case NEVER -> false;
      case ALWAYS -> outcome != Outcome.INTERRUPTED;
      case FAILED -> outcome == Outcome.FAILED || outcome == Outcome.ERROR;
    };
  }

  private Outcome outcome(Optional<Problem> problem, List<AssertionResult> results) {
    if (cancellation.isAsked()) {
      return stopped();
    }
    return problem.isPresent() ? Outcome.ERROR : Verdict.of(results);
  }

  private Outcome stopped() {
    return cancellation.overdue().isPresent() ? Outcome.ERROR : Outcome.INTERRUPTED;
  }

  private Optional<Problem> late() {
    return cancellation.overdue().map(Problem::of);
  }

  private static Problem why(Optional<Problem> problem) {
    return Problem.of(problem.isPresent() ? "the lab could not be set up" : "the run was stopped");
  }

  private static List<AssertionResult> untried(Plan plan, Problem why) {
    List<Assertion> assertions = plan.scenario().assertions();
    return assertions.stream().map(a -> AssertionResult.untried(a, Status.SKIPPED, why)).toList();
  }

  private static List<Step> withoutProbes(Plan plan) {
    return plan.steps().stream().filter(s -> s.id().kind() != StepKind.PROBE).toList();
  }
}
