package io.labrun.batch;

import io.labrun.batch.lock.Locks;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A run that waits for its turn.
 *
 * @param file which file, from 0
 * @param run which run of it, from 0
 * @param planned what is to be run
 * @param usualTime how long it took the last time
 */
record Ticket(int file, int run, PlannedRun planned, Optional<Duration> usualTime) {
  Locks locks() {
    return planned.locks();
  }

  /** No two have the same file and run. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Ticket ticket && ticket.file == file && ticket.run == run;
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, run);
  }
}
