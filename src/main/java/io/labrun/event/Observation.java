package io.labrun.event;

import java.util.List;
import java.util.Optional;

/**
 * What the last attempt of a check saw of one subject.
 *
 * @param subject whom or what it looked at, such as {@code web} or {@code stranger → web}
 * @param summary what was seen, in one line without the subject
 * @param output the command that was run and what it printed; empty where none was
 * @param mismatches what did not hold for this subject; empty when all did
 */
public record Observation(
    String subject, String summary, Optional<Output> output, List<Mismatch> mismatches) {

  /**
   * Why the first claim that does not hold found no value: what was seen; empty if it found one.
   */
  public Optional<String> whyNoValue() {
    return mismatches.stream()
        .findFirst()
        .filter(wrong -> wrong.found().equals(Mismatch.NO_VALUE))
        .map(wrong -> summary)
        .filter(seen -> !seen.isEmpty());
  }

  /**
   * A command and what it left behind, raw: not safe for a terminal.
   *
   * @param command its words
   * @param exitCode empty for what has none, such as a request for a page
   * @param stdout what it printed
   * @param stderr what it printed as errors
   * @param truncated whether it printed more than is kept here
   */
  public record Output(
      List<String> command,
      Optional<Integer> exitCode,
      String stdout,
      String stderr,
      boolean truncated) {}
}
