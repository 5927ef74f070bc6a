package io.labrun.grade;

import io.labrun.batch.Lane;
import io.labrun.batch.PlannedRun;
import io.labrun.batch.lock.LockFinder;
import io.labrun.batch.lock.Locks;
import io.labrun.event.Leftover;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.plan.Labels;
import io.labrun.plan.Plan;
import io.labrun.plan.StepKind;
import io.labrun.run.Cancellation;
import io.labrun.run.RunSettings;
import io.labrun.run.Runner;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.ObjectKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One run of a submission: laid out, run under guard, cleared away. */
final class SubmissionRun implements PlannedRun {
  /** What goes wrong here no student can be blamed for: it is the teacher's, or the machine's. */
  private static final Set<StepKind> MACHINES =
      EnumSet.of(StepKind.IMAGE, StepKind.NETWORK, StepKind.VOLUME, StepKind.PROBE);

  private final Setting setting;
  private final Submission submission;
  private final Plan plan;
  private final Consumer<Problem> ungraded;
  private final String run;

  /**
   * A run.
   *
   * @param ungraded is told why nobody can grade it here
   */
  SubmissionRun(Setting setting, Submission submission, Plan plan, Consumer<Problem> ungraded) {
    this.setting = setting;
    this.submission = submission;
    this.plan = plan;
    this.ungraded = ungraded;
    this.run = plan.run().toString();
  }

  /** Folders it has for itself alone; memory it may take for each container. */
  @Override
  public Locks locks() {
    Path own = Path.of(System.getProperty("java.io.tmpdir"), "labrun-grade", run);
    Locks found = LockFinder.of(plan, own);
    long memory = plan.scenario().containers().size() * setting.limits().memory();
    return new Locks(found.locks(), memory, found.exclusive());
  }

  @Override
  public ScenarioResult run(Lane lane, RunListener listener, Cancellation cancellation) {
    Desk desk;
    try {
      desk =
          Desk.lay(
              setting.exercise(),
              submission,
              setting.submissions(),
              setting.limits().disk(),
              setting.workplace().owner());
    } catch (IOException e) {
      Problem why = Problem.of("it could not be copied: " + e.getMessage());
      ungraded.accept(why);
      return SubmissionJob.untried(plan, why);
    }
    List<Leftover> left = new ArrayList<>();
    ScenarioResult result;
    setting.workplace().begins(plan.run(), lane);
    try {
      result = guarded(desk, lane, listener, cancellation, left);
    } finally {
      desk.clear().ifPresent(left::add);
    }
    setting.workplace().ended(plan.run());
    return GradedRun.of(result, left);
  }

  private ScenarioResult guarded(
      Desk desk, Lane lane, RunListener listener, Cancellation cancellation, List<Leftover> left) {
    Engine engine = setting.workplace().engine(lane);
    RunSettings how = setting.workplace().settings(desk.folder(), lane);
    how.share().subnets().ask(locks().subnets());
    boolean builds = !plan.names().builds().isEmpty();
    try (Cancellation own = cancellation.part();
        Guard guard = Guard.on(engine, run, desk, setting.limits(), own, builds)) {
      ScenarioResult result =
          new Runner(engine, how, event -> told(event, listener), own).run(plan);
      if (builds) {
        left.addAll(removeSteps(engine));
      }
      machine(engine, result).ifPresent(ungraded);
      return result;
    }
  }

  /** What its builds left that could not be removed. */
  private List<Leftover> removeSteps(Engine engine) {
    try {
      return engine.limiter().removeSteps(Labels.STEP + run).stream()
          .map(why -> new Leftover("step", run, why))
          .toList();
    } catch (EngineException e) {
      return List.of(new Leftover("step", run, e.getMessage()));
    }
  }

  private void told(RunEvent event, RunListener listener) {
    if (event instanceof RunEvent.StepFinished finished
        && MACHINES.contains(finished.step().kind())) {
      finished.problem().ifPresent(ungraded);
    }
    listener.on(event);
  }

  /** What keeps it from being graded here that is nobody's fault. */
  private static Optional<Problem> machine(Engine engine, ScenarioResult result) {
    return switch (result.outcome()) {
      case PASSED, FAILED -> Optional.empty();
      case SKIPPED, REFUSED -> result.problem();
      case INTERRUPTED -> Optional.of(Problem.of("grading was stopped before it was done"));
      case ERROR -> gone(engine);
    };
  }

  private static Optional<Problem> gone(Engine engine) {
    try {
      engine.inspect(ObjectKind.VERSION, "");
      return Optional.empty();
    } catch (EngineException e) {
      return Optional.of(Problem.of("the engine does not answer any more: " + e.getMessage()));
    }
  }
}
