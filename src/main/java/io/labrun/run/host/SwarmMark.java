package io.labrun.run.host;

import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.EngineException;
import io.labrun.run.engine.LabelledObject;
import io.labrun.run.engine.VolumeRequest;
import io.labrun.scenario.spec.VolumeSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The mark on an engine that a run uses its membership of a swarm, which runs made: a labelled
 * volume, since an engine itself can carry no label. With the last one the engine leaves the swarm
 * ({@link SwarmExit}).
 *
 * @param run the run
 * @param labels what everything of the run carries
 */
record SwarmMark(RunName run, Map<String, String> labels) {
  private static final Duration LEAVING = Duration.ofSeconds(20);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  /**
   * Puts the mark on an engine, before it becomes a member or counts on being one, and waits for a
   * run that is just about to take it out of the swarm: that one has not seen the mark.
   *
   * @param host the host's key; empty text for the main engine
   * @param manager where the engine joins; empty where it begins the swarm
   */
  void put(String host, Engine engine, Optional<String> manager) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(Labels.KEY, host);
    all.put(Labels.ROLE, Labels.SWARM_ROLE);
    manager.ifPresent(address -> all.put(Labels.MANAGER, address));
    engine.createVolume(volume(run + "_swarm", all));
    awaitLeft(engine);
  }

  /** One that does not come to an end was killed: what it would do, labrun clean does then. */
  private void awaitLeft(Engine engine) {
    long end = System.nanoTime() + LEAVING.toNanos();
    while (others(engine, Labels.LEAVING_ROLE).findAny().isPresent() && System.nanoTime() < end) {
      try {
        Thread.sleep(LOOK_EVERY.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EngineException(EngineException.Kind.INTERRUPTED, "stopped", e);
      }
    }
  }

  /** Whether an engine is a member of its swarm because of other runs. */
  boolean isOthers(Engine engine) {
    return Stream.of(Labels.SWARM_ROLE, Labels.LEAVING_ROLE)
        .flatMap(role -> others(engine, role))
        .findAny()
        .isPresent();
  }

  private Stream<LabelledObject> others(Engine engine, String role) {
    return of(engine, role).filter(one -> !run.toString().equals(one.labels().get(Labels.RUN)));
  }

  /** What has a role on an engine, of all runs. */
  static Stream<LabelledObject> of(Engine engine, String role) {
    return engine.labelled(Map.of(Labels.ROLE, role)).stream();
  }

  /** A volume that is nothing but a name with labels. */
  static VolumeRequest volume(String name, Map<String, String> labels) {
    VolumeSpec plain =
        new VolumeSpec(
            Optional.empty(), false, Optional.empty(), Map.of(), Map.of(), Optional.empty(), true);
    return new VolumeRequest(name, labels, plain);
  }
}
