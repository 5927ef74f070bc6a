package io.labrun.batch;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long files took the last time.
 *
 * @param byFile by whole path
 */
public record LastTimes(Map<String, Duration> byFile) {
  /** Nothing is known. */
  public static final LastTimes NONE = new LastTimes(Map.of());

  /** Those that came to an end: one that was skipped says nothing of how long it takes. */
  private static final Set<Outcome> TELLING = Set.of(Outcome.PASSED, Outcome.FAILED);

  /** How long a file took; empty if that is not known. */
  public Optional<Duration> of(String file) {
    return Optional.ofNullable(byFile.get(file));
  }

  /**
   * The same with what a batch took.
   *
   * @param files the whole paths of the batch's files, in its order
   */
  public LastTimes with(List<String> files, BatchResult batch) {
    Map<String, Duration> all = new LinkedHashMap<>(byFile);
    for (int i = 0; i < files.size(); i++) {
      String file = files.get(i);
      time(batch.files().get(i))
          .ifPresent(
              time -> {
                all.remove(file);
                all.put(file, time);
              });
    }
    return new LastTimes(all);
  }

  private static Optional<Duration> time(FileResult file) {
    return file.result()
        .filter(result -> TELLING.contains(result.outcome()))
        .map(result -> result.time());
  }
}
