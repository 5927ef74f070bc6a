package io.labrun.run;

import io.labrun.event.AssertionResult;
import io.labrun.event.Leftover;
import io.labrun.event.Outcome;
import io.labrun.event.Problem;
import io.labrun.event.RunEvent;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.event.Snapshot;
import io.labrun.plan.Labels;
import io.labrun.plan.Need;
import io.labrun.plan.Plan;
import io.labrun.plan.Step;
import io.labrun.run.build.ImageBuilder;
import io.labrun.run.engine.Engine;
import io.labrun.run.host.HostMaker;
import io.labrun.run.host.SwarmMaker;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ToolContainers;
import io.labrun.scenario.Assertion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run from its first step to its last removal. */
final class Session implements AutoCloseable {
  private final Engine engine;
  private final Plan plan;
  private final RunSettings settings;
  private final RunListener listener;
  private final Cancellation cancellation;
  private final Stopwatch watch = new Stopwatch();
  private final Workers workers;
  private final Lab lab;
  private final RunLabels labels;
  private final Probes probes;
  private final Makers makers;
  private final HostMaker hosts;
  private final Optional<Offline> offline;
  private final SetUp setUp;
  private boolean stoodBefore;
  private boolean finished;

  Session(
      Engine engine,
      Map<String, Engine> machines,
      Plan plan,
      RunSettings settings,
      RunListener listener,
      Cancellation cancellation) {
    this.engine = engine;
    this.plan = plan;
    this.settings = settings;
    this.listener = listener;
    this.cancellation = cancellation;
    this.workers = new Workers("labrun", settings.share().places());
    this.lab = new Lab(engine, plan);
    machines.forEach(lab.hosts()::machine);
    this.labels = RunLabels.naming(machines.values(), plan.run(), settings.labels());
    this.probes = new ToolContainers(lab, labels.all());
    this.makers = Makers.of(lab, settings, labels, cancellation);
    ImageBuilder builder =
        new ImageBuilder(
            lab,
            settings.folder(),
            settings.environment(),
            key -> labels.with(key, Map.of()),
            settings.limits().map(Limits::memory));
    this.hosts = new HostMaker(lab, labels.all(), settings.share().subnets());
    this.offline = settings.offline() ? Optional.of(new Offline(lab, settings)) : Optional.empty();
    this.setUp =
        new SetUp(
            lab,
            workers,
            listener,
            cancellation,
            builder,
            probes,
            makers,
            hosts,
            new SwarmMaker(lab, labels.all()),
            offline,
            settings.share());
  }

  /** Looks whether what is needed is there; what stands in the way if it is not. */
  Optional<Requiring.Obstacle> require(List<Need> needs) {
    return new Requiring(lab, workers, listener, labels.all(), setUp::carryOutFirst).look(needs);
  }

  /** Makes what the steps say; the first problem, if any. */
  Optional<Problem> setUp(List<Step> steps) {
    return offline.flatMap(Offline::missing).or(() -> setUp.carryOut(steps));
  }

  /** Learns from the labels what stands already. */
  void findStanding() {
    stoodBefore = true;
    new StandingLab(lab, hosts).find();
    makers.findExternal();
  }

  /** The verdicts of assertions, in their order. */
  List<AssertionResult> check(List<Assertion> assertions) {
    AssertionRunner one =
        new AssertionRunner(lab, probes, makers, settings.folder(), listener, cancellation);
    return new AssertionsRunner(one, listener).run(assertions);
  }

  /** Tells what stands, if that is wanted; not to somebody who waits for the run to stop. */
  void look() {
    if (settings.snapshot() && !cancellation.isAsked()) {
      listener.on(new RunEvent.SnapshotTaken(new SnapshotTaker(lab, workers).take()));
    }
  }

  /** What stands of a run that is left as it is. */
  Snapshot standing() {
    finished = true;
    return new SnapshotTaker(lab, workers).take();
  }

  /** Removes all that the run made. */
  List<Leftover> remove() {
    return new LabRemoval(lab, workers, listener).remove(RunLabels.of(plan.run()));
  }

  /** Removes only the tool containers, which nobody asked to keep. */
  List<Leftover> removeProbes() {
    Map<String, String> probes =
        Map.of(Labels.RUN, plan.run().toString(), Labels.ROLE, Labels.PROBE_ROLE);
    List<Leftover> left = new ArrayList<>(new Remover(engine, workers, event -> {}).remove(probes));
    for (Engine host : lab.hosts().all().values()) {
      left.addAll(new Remover(host, workers, event -> {}).remove(probes));
    }
    return left;
  }

  /** Tells the end. */
  ScenarioResult finished(
      Outcome outcome,
      List<AssertionResult> results,
      Optional<Problem> problem,
      List<Leftover> leftovers,
      boolean kept) {
    finished = true;
    ScenarioResult result =
        new ScenarioResult(plan, outcome, results, problem, leftovers, kept, watch.elapsed());
    listener.on(new RunEvent.ScenarioFinished(result));
    return result;
  }

  /** Ends; a session that a mistake of labrun's own broke off leaves nothing that it made. */
  @Override
  public void close() {
    if (!finished && stoodBefore) {
      removeProbes();
    } else if (!finished) {
      new LabRemoval(lab, workers, event -> {}).remove(RunLabels.of(plan.run()));
    }
    lab.hosts().close();
    workers.close();
  }
}
