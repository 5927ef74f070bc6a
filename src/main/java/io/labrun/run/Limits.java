package io.labrun.run;

import io.labrun.scenario.spec.ContainerSpec;

/**
 * What a run may take at most, where its scenario does not say less.
 *
 * @param memory of each container and each step of a build, in bytes; nothing of it is swapped
 * @param pids how many processes each of them may have
 * @param cpus how many processors' worth of time each of them gets
 * @param disk how many bytes all of them together may write, and each file may have
 */
public record Limits(long memory, long pids, double cpus, long disk) {
  /** More of a container's log is never shown. */
  private static final long LOG = 4L << 20;

  /** A container as it is described, within these limits and without new privileges. */
  ContainerSpec within(ContainerSpec spec) {
    return spec.within(
        spec.limits().atMost(memory, pids, cpus).withFiles(disk).withLog(LOG),
        spec.security().withoutNewPrivileges());
  }
}
