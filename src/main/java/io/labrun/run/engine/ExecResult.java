package io.labrun.run.engine;

import java.util.Optional;

/**
 * What a command left behind.
 *
 * @param exitCode empty if it had not ended by the deadline
 * @param stdout what it printed, at most 1 MiB, decoded as UTF-8
 * @param stderr what it printed as errors, at most 1 MiB
 * @param truncated whether more was printed than is kept
 */
public record ExecResult(
    Optional<Integer> exitCode, String stdout, String stderr, boolean truncated) {

  /** Whether it had not ended by the deadline. */
  public boolean timedOut() {
    return exitCode.isEmpty();
  }
}
