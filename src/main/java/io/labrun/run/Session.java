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
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.ObjectKind;
import io.labrun.run.host.HostMaker;
import io.labrun.run.host.SwarmMaker;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LiveValues;
import io.labrun.run.lab.Probes;
import io.labrun.run.lab.ToolContainers;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.TextResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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
    this.labels = new RunLabels(plan.run(), told(settings.labels(), machines));
    Supplier<TextResolver> live = () -> new LiveValues(lab);
    this.probes = new ToolContainers(lab, labels.all());
    this.makers =
        new Makers(
            new ContainerMaker(lab, settings, labels, live),
            new NetworkMaker(lab, labels, live),
            new VolumeMaker(lab, labels, live),
            new ServiceMaker(lab, settings, labels, live, cancellation));
    ImageBuilder builder =
        new ImageBuilder(
            lab,
            settings.folder(),
            settings.environment(),
            key -> labels.with(key, Map.of()),
            settings.limits().map(Limits::memory));
    this.hosts = new HostMaker(lab, labels.all());
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

  /** Whoever finds a part of the run on one engine is to know where else to look. */
  private static Map<String, String> told(
      Map<String, String> labels, Map<String, Engine> machines) {
    Map<String, String> out = new LinkedHashMap<>(labels);
    out.put(
        Labels.MACHINES,
        machines.values().stream()
            .map(machine -> machine.facts().url())
            .sorted()
            .collect(Collectors.joining(" ")));
    return out;
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
    List<LabelledObject> own = engine.labelled(RunLabels.of(plan.run()));
    findOn(own);
    own.stream().filter(Session::isRunningHost).forEach(this::findHost);
    lab.hosts().all().values().forEach(host -> findOn(host.labelled(RunLabels.of(plan.run()))));
    makers.findExternal();
  }

  private static boolean isRunningHost(LabelledObject object) {
    return object.kind() == ObjectKind.CONTAINER
        && object.labels().getOrDefault(Labels.ROLE, "").equals(Labels.HOST_ROLE)
        && object.status().equals("running");
  }

  private void findHost(LabelledObject host) {
    hosts.find(host.labels().getOrDefault(Labels.KEY, ""), host.id());
  }

  private void findOn(List<LabelledObject> objects) {
    for (LabelledObject object : objects) {
      String key = object.labels().getOrDefault(Labels.KEY, "");
      boolean declared = object.labels().getOrDefault(Labels.ROLE, "").equals(Labels.LAB_ROLE);
      if (declared && object.kind() == ObjectKind.CONTAINER) {
        lab.containerStands(key, object.id());
      } else if (declared && object.kind() == ObjectKind.NETWORK) {
        lab.networkStands(key, object.id());
      } else if (declared && object.kind() == ObjectKind.SERVICE) {
        lab.serviceStands(key, object.id());
      } else if (declared && object.kind() == ObjectKind.VOLUME) {
        lab.volumeStands(key, object.name());
      }
    }
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
