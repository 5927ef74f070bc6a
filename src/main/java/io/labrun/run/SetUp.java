package io.labrun.run;

import io.labrun.event.LayerState;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.plan.Placement;
import io.labrun.plan.Step;
import io.labrun.plan.StepId;
import io.labrun.run.build.ImageBuilder;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.LayerProgress;
import io.labrun.run.host.Handover;
import io.labrun.run.host.HostEngine;
import io.labrun.run.host.HostMaker;
import io.labrun.run.host.SwarmMaker;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.spec.BuildSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Makes what a scenario declares, what does not depend on each other side by side. */
final class SetUp {
  /** A swarm whose managers are just finding each other lets an attachment wait for too long. */
  private static final int TRIES = 3;

  private final Lab lab;
  private final Workers workers;
  private final RunListener listener;
  private final Cancellation cancellation;
  private final Probes probes;
  private final Images images;
  private final ImageBuilder builder;
  private final Optional<Offline> offline;
  private final Makers makers;
  private final Readiness readiness;
  private final HostMaker hosts;
  private final SwarmMaker swarm;
  private final Handover handover;
  private final StepPlace places;
  private final EngineShare share;
  private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());

  SetUp(
      Lab lab,
      Workers workers,
      RunListener listener,
      Cancellation cancellation,
      ImageBuilder builder,
      Probes probes,
      Makers makers,
      HostMaker hosts,
      SwarmMaker swarm,
      Optional<Offline> offline,
      EngineShare share) {
    this.lab = lab;
    this.workers = workers;
    this.listener = listener;
    this.cancellation = cancellation;
    this.probes = probes;
    this.makers = makers;
    this.images = new Images(lab, offline, share);
    this.builder = builder;
    this.offline = offline;
    this.share = share;
    this.hosts = hosts;
    this.swarm = swarm;
    this.handover = new Handover(lab);
    this.readiness = new Readiness(lab, cancellation);
    this.places = new StepPlace(lab.plan().scenario());
  }

  /**
   * Carries the steps out.
   *
   * @return the first problem; empty when all is done, or when somebody asked to stop
   */
  Optional<Problem> carryOut(List<Step> steps) {
    try {
      new StepExecutor(workers, this::carryOut).execute(steps);
    } finally {
      readiness.close();
    }
    return problems.stream().findFirst();
  }

  /** Carries one step out before all others; the problem, if any. */
  Optional<Problem> carryOutFirst(StepId step) {
    carryOut(step);
    return problems.stream().findFirst();
  }

  private boolean carryOut(StepId step) {
    if (cancellation.isAsked()) {
      return false;
    }
    Stopwatch watch = new Stopwatch();
    listener.on(new RunEvent.StepStarted(step));
    Optional<Problem> problem = attempt(step).map(p -> p.at(places.of(step)));
    problem.filter(p -> !cancellation.isAsked()).ifPresent(problems::add);
    listener.on(new RunEvent.StepFinished(step, watch.elapsed(), problem));
    return problem.isEmpty();
  }

  private Optional<Problem> attempt(StepId step) {
    try {
      perform(step);
      return Optional.empty();
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    } catch (EngineException e) {
      return Optional.of(new LackingDriver(lab.plan().scenario()).problem(step, e));
    } catch (CancelledException e) {
      return Optional.of(Problem.of("stopped"));
    }
  }

  private void perform(StepId step) {
    switch (step.kind()) {
      case IMAGE -> cancellation.interruptible(() -> fetch(step));
      case UNDERLAY -> workers.call(() -> done(step, () -> share.alone(hosts::underlay)));
      case HOST -> host(step);
      case SWARM -> workers.call(() -> done(step, () -> join(step.key())));
      case BUILD -> cancellation.interruptible(() -> build(step));
      case NETWORK -> workers.call(() -> makers.network(step.key()));
      case VOLUME -> workers.call(() -> makers.volume(step.key()));
      case CONTAINER -> workers.call(() -> start(step.key()));
      case SERVICE -> workers.call(() -> makers.service(step.key()));
      case HEALTHY -> readiness.awaitHealthy(step.key());
      case COMPLETED -> readiness.awaitCompleted(step.key());
      case PROBE -> workers.call(() -> done(step, () -> probes.prepare(step.key())));
    }
  }

  private void join(String host) {
    if (host.equals(Placement.MAIN)) {
      swarm.mainEngine();
    } else {
      swarm.join(host);
    }
  }

  private void host(StepId step) {
    workers.call(() -> done(step, () -> hosts.make(step.key())));
    cancellation.interruptible(() -> done(step, () -> HostEngine.connect(step.key(), lab)));
  }

  private static StepId done(StepId step, Runnable work) {
    work.run();
    return step;
  }

  private String fetch(StepId step) {
    if (step.isHandover()) {
      handover.give(step.key(), step.host());
      return step.key();
    }
    images.get(step.key(), progress -> listener.on(progressed(step, progress)));
    return step.key();
  }

  private String build(StepId step) {
    BuildSpec spec = makers.containers().build(step.key());
    builder.build(
        step.key(),
        offline.isPresent() ? spec.withoutPull() : spec,
        progress -> listener.on(progressed(step, progress)));
    return step.key();
  }

  private String start(String key) {
    String id = makers.container(key);
    Engine engine = lab.engineOf(key);
    for (int i = 1; i < TRIES; i++) {
      try {
        engine.start(id);
        return id;
      } catch (EngineException e) {
        if (e.kind() != EngineException.Kind.TIMEOUT) {
          throw e;
        }
      }
    }
    engine.start(id);
    return id;
  }

  private static RunEvent progressed(StepId step, LayerProgress progress) {
    return new RunEvent.StepProgressed(
        step,
        new LayerState(progress.layer(), progress.status(), progress.current(), progress.total()));
  }
}
