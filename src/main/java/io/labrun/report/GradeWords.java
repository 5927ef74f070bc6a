package io.labrun.report;

import io.labrun.event.FileResult;
import io.labrun.event.Points;
import io.labrun.event.ScenarioResult;
import java.util.List;

/** What submissions come to in words, the same on the terminal and in reports. */
public final class GradeWords {
  private GradeWords() {}

  /** How many of all were graded and, if any was, what they reached. */
  public static String total(List<FileResult> all) {
    List<Points> points =
        all.stream()
            .flatMap(one -> one.result().stream())
            .map(result -> Points.of(result.assertions()))
            .toList();
    String graded = points.size() + " of " + Words.count(all.size(), "submission") + " graded";
    if (points.isEmpty()) {
      return graded;
    }
    long full = points.stream().filter(Points::isFull).count();
    double average = points.stream().mapToLong(Points::percent).average().orElse(0);
    return "%s, %d with all points, %d %% on average".formatted(graded, full, (long) average);
  }

  /** The points of one submission: {@code 7 of 10 points}. */
  public static String points(ScenarioResult result) {
    Points points = Points.of(result.assertions());
    return points.reached() + " of " + Words.count(points.possible(), "point");
  }
}
