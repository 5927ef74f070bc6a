package io.labrun.run.host;

import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.engine.Engine;
import io.labrun.run.engine.VolumeRequest;
import io.labrun.scenario.spec.VolumeSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The mark on an engine that a run made it a member of a swarm: a labelled volume, since an engine
 * itself can carry no label. Who removes it takes the engine out of its swarm.
 *
 * @param run the run
 * @param labels what everything of the run carries
 */
record SwarmMark(RunName run, Map<String, String> labels) {

  /** Puts the mark on an engine, before it becomes a member, and gives the mark's name. */
  String put(String host, Engine engine) {
    Map<String, String> all = new LinkedHashMap<>(labels);
    all.put(Labels.KEY, host);
    all.put(Labels.ROLE, Labels.SWARM_ROLE);
    return engine.createVolume(new VolumeRequest(run + "_swarm", all, plain()));
  }

  private static VolumeSpec plain() {
    return new VolumeSpec(
        Optional.empty(), false, Optional.empty(), Map.of(), Map.of(), Optional.empty(), true);
  }
}
