package io.labrun.run;

import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import io.labrun.run.engine.Engine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The labels that a run puts on what it makes. */
final class RunLabels {
  private final RunName run;
  private final Map<String, String> further;

  /** Those of a run; {@code further} are labels for everything besides the run's own. */
  RunLabels(RunName run, Map<String, String> further) {
    this.run = run;
    this.further = further;
  }

  /**
   * The same, with the machines that are hosts: whoever finds a part of the run on one engine is to
   * know where else to look.
   */
  static RunLabels naming(Collection<Engine> machines, RunName run, Map<String, String> further) {
    Map<String, String> all = new LinkedHashMap<>(further);
    all.put(
        Labels.MACHINES,
        machines.stream()
            .map(machine -> machine.facts().url())
            .sorted()
            .collect(Collectors.joining(" ")));
    return new RunLabels(run, all);
  }

  /** The author's labels and ours; where both name one, ours counts. */
  Map<String, String> with(String key, Map<String, String> authors) {
    Map<String, String> labels = new LinkedHashMap<>(authors);
    labels.putAll(all());
    labels.put(Labels.KEY, key);
    labels.put(Labels.ROLE, Labels.LAB_ROLE);
    return labels;
  }

  /** As {@link #with}, for what the swarm makes of a service. */
  Map<String, String> ofTasks(String key, Map<String, String> authors) {
    Map<String, String> labels = with(key, authors);
    labels.put(Labels.ROLE, Labels.TASK_ROLE);
    return labels;
  }

  /** What everything of the run carries. */
  Map<String, String> all() {
    Map<String, String> labels = new LinkedHashMap<>(further);
    labels.putAll(of(run));
    return labels;
  }

  /** The labels by which all of a run is found. */
  static Map<String, String> of(RunName run) {
    return Map.of(Labels.RUN, run.toString(), Labels.SCENARIO, run.scenario());
  }
}
