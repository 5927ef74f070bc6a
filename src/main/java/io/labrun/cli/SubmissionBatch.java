package io.labrun.cli;

import io.labrun.batch.BatchRunner;
import io.labrun.batch.BatchSettings;
import io.labrun.batch.Job;
import io.labrun.batch.TimeLimit;
import io.labrun.event.BatchEvent;
import io.labrun.event.BatchListener;
import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.grade.SubmissionJob;
import io.labrun.run.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Runs submissions, each once.
 *
 * @param fleet the engines they run on
 * @param time how long each may take
 * @param cancellation ends all
 */
record SubmissionBatch(Fleet fleet, TimeLimit time, Cancellation cancellation) {

  /**
   * Runs some, and gives the results as they count.
   *
   * @param told takes each result with its number, from 0, as soon as it is there
   */
  BatchResult run(List<SubmissionJob> jobs, BiConsumer<Integer, FileResult> told) {
    BatchSettings how = new BatchSettings(1, 0, false, Optional.of(time), Optional.empty());
    BatchListener listener =
        event -> {
          if (event instanceof BatchEvent.FileFinished one) {
            told.accept(one.index(), jobs.get(one.index()).graded(one.result()));
          }
        };
    BatchResult ran =
        new BatchRunner(how, fleet, listener, cancellation, System::nanoTime)
            .run(List.<Job>copyOf(jobs));
    List<FileResult> files = new ArrayList<>();
    for (int index = 0; index < jobs.size(); index++) {
      files.add(jobs.get(index).graded(ran.files().get(index)));
    }
    return new BatchResult(files, ran.started(), ran.time(), ran.stopped());
  }
}
