package io.labrun.cli;

import io.labrun.batch.Job;
import io.labrun.batch.PlannedRun;
import io.labrun.event.FileResult;
import io.labrun.load.LoadResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A scenario file in a batch.
 *
 * @param path where it is
 * @param loaded what was read
 * @param settled its result, where that is known already
 * @param usualTime how long it took the last time
 * @param plans plans its runs
 */
record FileJob(
    Path path,
    LoadResult loaded,
    Optional<FileResult> settled,
    Optional<Duration> usualTime,
    RunPlans plans)
    implements Job {
  @Override
  public String file() {
    return loaded.name();
  }

  @Override
  public PlannedRun plan() {
    return plans.plan(path, loaded.scenario().orElseThrow());
  }
}
