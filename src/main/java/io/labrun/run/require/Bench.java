package io.labrun.run.require;

import io.labrun.event.Problem;
import io.labrun.plan.RunName;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.EngineException.Kind;
import io.labrun.run.lab.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where requirements are tried out; closing removes all that was made for it.
 *
 * <p>Safe for use by several threads at once.
 */
public final class Bench implements AutoCloseable {
  /** Failures that tell of the engine's state or the connection, not of what it can do. */
  private static final Set<Kind> UNTOLD =
      EnumSet.of(
          Kind.UNREACHABLE,
          Kind.INCOMPATIBLE,
          Kind.NOT_FOUND,
          Kind.CONFLICT,
          Kind.RATE_LIMITED,
          Kind.NO_REGISTRY,
          Kind.TIMEOUT,
          Kind.INTERRUPTED);

  private final Engine engine;
  private final String image;
  private final RunName run;
  private final Map<String, String> labels;
  private final AtomicInteger labs = new AtomicInteger();
  private final ThrowAwayLab shared;
  private EngineMachine machine;

  /**
   * A bench.
   *
   * @param image what tool containers are made from; must be on the engine
   * @param run the run it is for
   * @param labels what everything made on it carries
   */
  public Bench(Engine engine, String image, RunName run, Map<String, String> labels) {
    this.engine = engine;
    this.image = image;
    this.run = run;
    this.labels = Map.copyOf(labels);
    this.shared = lab();
  }

  /** The engine. */
  Engine engine() {
    return engine;
  }

  /** The run it is for. */
  RunName run() {
    return run;
  }

  /** A lab for one trial; no declared container can have the names in it. */
  ThrowAwayLab lab() {
    String prefix = run + "_require_" + labs.incrementAndGet() + "-";
    return new ThrowAwayLab(engine, image, prefix, labels);
  }

  /** The engine's machine, looked at through one tool container for all who ask. */
  synchronized EngineMachine machine() {
    if (machine == null) {
      machine = new EngineMachine(engine, tool(Sleeper::onHost));
    }
    return machine;
  }

  private String tool(Sleeper.Wish wish) {
    try {
      return shared.container("machine", wish);
    } catch (EngineException e) {
      throw noTool(e);
    }
  }

  /**
   * Makes sure that a trial failed because of what was tried: an ordinary container must start.
   *
   * @param failure the failure
   * @return the engine's words
   * @throws EngineException the failure itself if it tells nothing of what was tried
   */
  String refusal(EngineException failure) {
    if (UNTOLD.contains(failure.kind())) {
      throw failure;
    }
    try (ThrowAwayLab control = lab()) {
      control.container("control", Sleeper.Wish.NONE);
    } catch (EngineException e) {
      throw noTool(e);
    }
    return failure.getMessage();
  }

  private RuntimeException noTool(EngineException failure) {
    if (failure.kind() == Kind.UNREACHABLE || failure.kind() == Kind.INTERRUPTED) {
      return failure;
    }
    return ProblemException.lasting(
        Problem.of("the tool container that looks at the engine's machine can't run")
            .details(List.of(failure.getMessage()))
            .help(
                "it is made from `defaults.probe_image`, here `%s`, and needs `sleep` there"
                    .formatted(image)));
  }

  @Override
  public void close() {
    shared.close();
  }
}
