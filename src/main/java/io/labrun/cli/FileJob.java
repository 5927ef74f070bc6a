package io.labrun.cli;

import io.labrun.batch.Job;
import io.labrun.event.FileResult;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.load.LoadResult;
import io.labrun.run.Cancellation;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A scenario file in a batch.
 *
 * @param path where it is
 * @param loaded what was read
 * @param batch what runs it
 */
record FileJob(Path path, LoadResult loaded, Batch batch) implements Job {
  @Override
  public String file() {
    return loaded.name();
  }

  @Override
  public Optional<FileResult> settled() {
    return loaded.scenario().isPresent() ? Optional.empty() : Optional.of(Loading.invalid(loaded));
  }

  @Override
  public ScenarioResult run(RunListener listener, Cancellation cancellation) {
    return batch.run(path, loaded, listener);
  }
}
