package io.labrun.cli;

import io.labrun.files.FileFault;
import io.labrun.load.LastReport;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an earlier batch came to.
 *
 * @param report where its report is
 * @param statuses the status of each file, by its whole path
 */
record LastBatch(Path report, Map<Path, String> statuses) {
  private static final Set<String> NOT_FAILED = Set.of("passed", "skipped");

  /**
   * Reads a report in JSON.
   *
   * @throws UseException if there is none or it is no such report
   */
  static LastBatch read(Path report) {
    try {
      Map<Path, String> statuses = new HashMap<>();
      LastReport.read(report)
          .statuses()
          .forEach((file, status) -> statuses.put(whole(Path.of(file)), status));
      return new LastBatch(report, statuses);
    } catch (NoSuchFileException e) {
      throw new UseException(
          "there is no report `" + report + "`", "labrun --report json=" + report + " FILE...");
    } catch (IOException e) {
      throw unreadable(report, FileFault.reason(e));
    } catch (InvalidPathException e) {
      throw unreadable(report, "`" + e.getInput() + "` in it is no file's name here");
    }
  }

  private static UseException unreadable(Path report, String why) {
    return new UseException(
        "the report `" + report + "` cannot be read: " + why,
        "it takes what --report json=FILE wrote");
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** Whether a file was in it. */
  boolean knows(Path file) {
    return statuses.containsKey(whole(file));
  }

  /** Whether a file was in it and neither passed nor was skipped. */
  boolean isFailed(Path file) {
    return knows(file) && !NOT_FAILED.contains(statuses.get(whole(file)));
  }

  /** How many files came to what, in a line. */
  String counts() {
    Map<String, Integer> counts = new TreeMap<>();
    statuses.values().forEach(status -> counts.merge(status, 1, Integer::sum));
    String words =
        counts.entrySet().stream()
            .map(status -> status.getValue() + " " + status.getKey())
            .collect(Collectors.joining(", "));
    return report + ": " + (words.isEmpty() ? "no files" : words);
  }
}
