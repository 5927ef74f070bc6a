package io.labrun.batch;

import io.labrun.event.FileResult;
import java.time.Duration;
import java.util.Optional;

/** One file of a batch. */
public interface Job {
  /** What the file is called in messages. */
  String file();

  /** Its result, where that is known without a run: it has mistakes, say; otherwise empty. */
  Optional<FileResult> settled();

  /** Plans its next run, with a name of its own; called once for each of its runs. */
  PlannedRun plan();

  /** How long it took the last time; empty if that is not known. */
  default Optional<Duration> usualTime() {
    return Optional.empty();
  }
}
