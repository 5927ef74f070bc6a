package io.labrun.run;

import io.labrun.plan.Labels;
import io.labrun.plan.RunName;
import java.util.LinkedHashMap;
import java.util.Map;

/** The labels that a run puts on what it makes. */
final class RunLabels {
  private final RunName run;
  private final Map<String, String> further;

  RunLabels(RunName run, Map<String, String> further) {
    this.run = run;
    this.further = further;
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
