package io.labrun.report;

import io.labrun.event.FileResult;
import io.labrun.event.Outcome;
import io.labrun.event.ScenarioResult;
import io.labrun.source.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many files of a batch came to what. */
final class BatchCounts {
  private static final List<String> WORDS =
      List.of(
          "passed",
          "failed",
          "could not be checked",
          "invalid",
          "refused",
          "interrupted",
          "not run",
          "skipped",
          "flaky",
          "left something behind");

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private Tone tone = Tone.GOOD;
  private int files;

  BatchCounts() {
    WORDS.forEach(word -> counts.put(word, 0));
  }

  /** Those of files. */
  static BatchCounts of(List<FileResult> files) {
    BatchCounts out = new BatchCounts();
    files.forEach(out::add);
    return out;
  }

  /** One more file. */
  void add(FileResult file) {
    files++;
    counts.merge(word(file), 1, Integer::sum);
    if (file.isFlaky() && file.result().get().outcome() == Outcome.PASSED) {
      counts.merge("flaky", 1, Integer::sum);
    }
    if (TroubleText.hasLeft(file)) {
      counts.merge("left something behind", 1, Integer::sum);
    }
    Tone other = FileWords.tone(file);
    boolean worse = other == Tone.BAD || other == Tone.WARNING && tone == Tone.GOOD;
    tone = worse ? other : tone;
  }

  /** What a file came to, in the word that it is counted under. */
  static String word(FileResult file) {
    Optional<ScenarioResult> result = file.result();
    if (result.isEmpty()) {
      return file.unrun().isPresent() ? "not run" : "invalid";
    }
    return switch (result.get().outcome()) {
      case PASSED -> "passed";
      case FAILED -> "failed";
      case ERROR -> "could not be checked";
      case SKIPPED -> "skipped";
      case REFUSED -> "refused";
      case INTERRUPTED -> "interrupted";
    };
  }

  /** How many files there are. */
  int files() {
    return files;
  }

  /** How many passed. */
  int passed() {
    return counts.get("passed");
  }

  /** The tone of the worst of them. */
  Tone tone() {
    return tone;
  }

  /** All but those that passed, each with a comma before it. */
  String others() {
    return counts.entrySet().stream()
        .filter(count -> count.getValue() > 0 && !count.getKey().equals("passed"))
        .map(count -> ", " + count.getValue() + " " + count.getKey())
        .collect(Collectors.joining());
  }
}
