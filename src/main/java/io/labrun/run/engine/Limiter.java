package io.labrun.run.engine;

import java.util.List;

/** Looks at what containers and the steps of builds take, and holds them within limits. */
public interface Limiter {
  /**
   * What the containers with a label take, those that do not run too.
   *
   * @param label the label's name
   * @param value its value; empty for any
   */
  List<Usage> usage(String label, String value);

  /**
   * Limits a container that runs already; one that has gone meanwhile is no failure.
   *
   * @param pids how many processes it may have
   * @param cpus how many processors' worth of time it gets
   */
  void limit(String containerId, long pids, double cpus);

  /**
   * Removes what builds left that had a label in each of their stages: containers of steps, and
   * images without a name.
   *
   * @param label the label's name
   * @return what is left, in words; empty as a rule
   */
  List<String> removeSteps(String label);

  /**
   * What builds that are not trusted are at or have left, by the label that each of their stages
   * has: containers of steps, and images without a name.
   *
   * @return each with the run's label, the owner's and the role of a step, whatever labels it has
   */
  List<LabelledObject> steps();

  /**
   * What a container takes.
   *
   * @param containerId which
   * @param bytes of its own layer and of the volumes that are mounted into it
   */
  record Usage(String containerId, long bytes) {}
}
