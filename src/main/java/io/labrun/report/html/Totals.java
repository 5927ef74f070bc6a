package io.labrun.report.html;

import io.labrun.event.BatchResult;
import io.labrun.event.FileResult;
import io.labrun.report.GradeWords;
import io.labrun.report.Words;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a batch comes to.
 *
 * @param files how many files have a sign; those with none are not in it
 * @param claims how many claims have a sign, in the runs that decide
 * @param flaky how many files are flaky, whatever decides
 * @param sign the verdict's
 * @param grades what submissions come to, in words; empty where the files are nobody's submissions
 */
record Totals(
    Map<Sign, Integer> files,
    Map<Sign, Integer> claims,
    int flaky,
    Sign sign,
    Optional<String> grades) {

  /** The totals of a batch, whose sign is the worst of its files. */
  static Totals of(BatchResult batch) {
    Sign worst =
        batch.files().stream()
            .map(Sign::of)
            .max(Comparator.comparing(Sign::gravity).thenComparing(Comparator.reverseOrder()))
            .orElse(Sign.UNRUN);
    return of(batch, worst, Optional.empty());
  }

  /** The totals of a grading. It is a good one even where points are missing. */
  static Totals ofGrades(BatchResult batch) {
    boolean left =
        batch.files().stream()
            .flatMap(file -> file.result().stream())
            .anyMatch(result -> !result.leftovers().isEmpty());
    boolean whole =
        batch.stopped().isEmpty()
            && batch.files().stream().allMatch(file -> file.result().isPresent());
    Sign sign = whole ? Sign.PASSED : Sign.UNRUN;
    return of(batch, left ? Sign.LEFT : sign, Optional.of(GradeWords.total(batch.files())));
  }

  private static Totals of(BatchResult batch, Sign sign, Optional<String> grades) {
    Map<Sign, Integer> files = new EnumMap<>(Sign.class);
    Map<Sign, Integer> claims = new EnumMap<>(Sign.class);
    for (FileResult file : batch.files()) {
      files.merge(Sign.of(file), 1, Integer::sum);
      file.result()
          .ifPresent(r -> r.assertions().forEach(a -> claims.merge(Sign.of(a), 1, Integer::sum)));
    }
    int flaky = (int) batch.files().stream().filter(FileResult::isFlaky).count();
    return new Totals(files, claims, flaky, sign, grades);
  }

  /** How many files there are. */
  int size() {
    return sum(files);
  }

  /** How many files a reader should look at. */
  int attention() {
    return files.entrySet().stream()
        .filter(entry -> entry.getKey().wantsAttention())
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /**
   * The verdict in words: on the grades, on the claims of a single scenario that was run, else on
   * all files.
   */
  String headline() {
    return grades.orElseGet(
        () -> isOneRun() ? words(claims, "assertion") : words(files, "scenario"));
  }

  /** What the files are: scenarios, or one scenario's submissions. */
  String noun() {
    return grades.isPresent() ? "submission" : "scenario";
  }

  /** What is to be said below the headline: the claims, if it does not; empty where none. */
  String further() {
    boolean said = grades.isEmpty() && isOneRun();
    return said || claims.isEmpty() ? "" : words(claims, "assertion");
  }

  private boolean isOneRun() {
    return size() == 1 && claims.keySet().stream().anyMatch(sign -> sign != Sign.UNTRIED);
  }

  /** What is said after those that passed, beginning with a comma; empty where all did. */
  private static String others(Map<Sign, Integer> counts) {
    StringBuilder out = new StringBuilder();
    counts.forEach(
        (sign, count) -> out.append(sign == Sign.PASSED ? "" : ", " + sign.counted(count)));
    return out.toString();
  }

  private static int sum(Map<Sign, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String words(Map<Sign, Integer> counts, String noun) {
    int passed = counts.getOrDefault(Sign.PASSED, 0);
    return passed + " of " + Words.count(sum(counts), noun) + " passed" + others(counts);
  }
}
