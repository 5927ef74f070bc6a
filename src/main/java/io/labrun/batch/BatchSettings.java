package io.labrun.batch;

import java.util.Optional;

/**
 * How a batch is to be carried out.
 *
 * @param repeat how often each file is run, at least 1
 * @param retries how often a file is run again that did not pass; 0 where it is repeated
 * @param failFast whether the first file that fails ends the batch
 * @param timeout how long one run may take
 * @param batchTimeout how long all may take
 */
public record BatchSettings(
    int repeat,
    int retries,
    boolean failFast,
    Optional<TimeLimit> timeout,
    Optional<TimeLimit> batchTimeout) {
  /** Each file once, to its end. */
  public static final BatchSettings USUAL =
      new BatchSettings(1, 0, false, Optional.empty(), Optional.empty());
}
