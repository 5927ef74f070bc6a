package io.labrun.report;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts, line by line, as {@code diff -u} shows it. */
public final class LineDiff {
  private static final int MOST_LINES = 400;
  private static final int CONTEXT = 2;

  /**
   * A line of a difference.
   *
   * @param sign {@code -} only expected, {@code +} only found, blank in both, {@code @} something
   *     equal was left out
   * @param text the line
   */
  public record Line(char sign, String text) {}

  private LineDiff() {}

  /** The lines that differ with two lines of what is equal around; empty if nothing differs. */
  public static List<Line> of(List<String> expected, List<String> found) {
    List<String> a = expected.subList(0, Math.min(MOST_LINES, expected.size()));
    List<String> b = found.subList(0, Math.min(MOST_LINES, found.size()));
    return folded(walk(a, b, common(a, b)));
  }

  /** Lengths of the longest common subsequences of the ends of both. */
  private static int[][] common(List<String> a, List<String> b) {
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        length[i][j] =
            a.get(i).equals(b.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }

  private static List<Line> walk(List<String> a, List<String> b, int[][] common) {
    List<Line> out = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        out.add(new Line(' ', a.get(i++)));
        j++;
      } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
        out.add(new Line('-', a.get(i++)));
      } else {
        out.add(new Line('+', b.get(j++)));
      }
    }
    return out;
  }

  private static List<Line> folded(List<Line> all) {
    List<Line> out = new ArrayList<>();
    int left = 0;
    for (int i = 0; i < all.size(); i++) {
      if (isNearChange(all, i)) {
        if (left > 0) {
          out.add(new Line('@', Words.count(left, "equal line")));
          left = 0;
        }
        out.add(all.get(i));
      } else {
        left++;
      }
    }
    if (left > 0 && !out.isEmpty()) {
      out.add(new Line('@', Words.count(left, "equal line")));
    }
    return out;
  }

  private static boolean isNearChange(List<Line> all, int index) {
    int from = Math.max(0, index - CONTEXT);
    int to = Math.min(all.size(), index + CONTEXT + 1);
    return all.subList(from, to).stream().anyMatch(line -> line.sign() != ' ');
  }
}
