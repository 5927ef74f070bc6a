package io.labrun.batch;

import io.labrun.event.FileResult;
import io.labrun.event.RunListener;
import io.labrun.event.ScenarioResult;
import io.labrun.run.Cancellation;
import java.util.Optional;

/** One file of a batch. */
public interface Job {
  /** What the file is called in messages. */
  String file();

  /** Its result, where that is known without a run: it has mistakes, say; otherwise empty. */
  Optional<FileResult> settled();

  /**
   * Runs it once.
   *
   * @param listener is told of everything, one event at a time
   * @param cancellation ends the run
   */
  ScenarioResult run(RunListener listener, Cancellation cancellation);
}
