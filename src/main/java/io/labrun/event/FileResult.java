package io.labrun.event;

import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What came of one file of a batch.
 *
 * @param file its name as given
 * @param diagnostics its mistakes; then it was not run
 * @param unrun why it was not run although it has no mistakes: the batch ended before, say
 * @param runs its runs, in order; several where it was repeated or tried again; empty if it was not
 *     run
 * @param deciding which of the runs decides, from 0: the first that did not pass of repeated ones,
 *     the last of those that were tried again
 */
public record FileResult(
    String file,
    List<Diagnostic> diagnostics,
    Optional<Problem> unrun,
    List<ScenarioRun> runs,
    int deciding) {

  /** A file with mistakes. */
  public static FileResult invalid(String file, List<Diagnostic> diagnostics) {
    return new FileResult(file, diagnostics, Optional.empty(), List.of(), 0);
  }

  /** A file that was not run for a reason that lies outside of it. */
  public static FileResult unrun(String file, Problem why) {
    return new FileResult(file, List.of(), Optional.of(why), List.of(), 0);
  }

  /** A file that was run once. */
  public static FileResult of(String file, ScenarioRun run) {
    return new FileResult(file, List.of(), Optional.empty(), List.of(run), 0);
  }

  /** What came of the run that decides; empty if the file was not run. */
  public Optional<ScenarioResult> result() {
    return run().map(ScenarioRun::result);
  }

  /** The run that decides; empty if the file was not run. */
  public Optional<ScenarioRun> run() {
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(deciding));
  }

  /** Whether some of its runs passed and others did not; those that were stopped say nothing. */
  public boolean isFlaky() {
    Set<Boolean> passed =
        runs.stream()
            .map(run -> run.result().outcome())
            .filter(outcome -> outcome != Outcome.INTERRUPTED)
            .map(outcome -> outcome == Outcome.PASSED)
            .collect(Collectors.toSet());
    return passed.size() > 1;
  }
}
