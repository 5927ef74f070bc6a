package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Reach;
import io.labrun.report.graph.Topology.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is written below a picture: each claim about who reaches whom, and what came of it. */
final class Legend {
  static final int LINE = 17;
  private static final int SIZE = 11;
  private static final int MOST_WAYS = 6;

  /**
   * A line.
   *
   * @param number the assertion's number; empty text on further lines of the same
   * @param verdict its worst verdict
   * @param wanted whether it claims that something can be reached
   * @param text what it says
   */
  record Entry(String number, Verdict verdict, boolean wanted, String text) {}

  private final Topology topology;

  Legend(Topology topology) {
    this.topology = topology;
  }

  /** The lines, none wider than this. */
  List<Entry> entries(int width, int untold) {
    Map<Integer, List<Reach>> byClaim = new TreeMap<>();
    topology
        .reaches()
        .forEach(r -> byClaim.computeIfAbsent(r.number(), n -> new ArrayList<>()).add(r));
    List<Entry> out = new ArrayList<>();
    byClaim.forEach((number, reaches) -> out.addAll(claim(number, reaches, width)));
    if (untold > 0) {
      String more = untold + " more ways are not drawn: they would hide the others";
      out.add(new Entry("", Verdict.UNTRIED, true, TextSize.fit(more, SIZE, width)));
    }
    return out;
  }

  private static List<Entry> claim(int number, List<Reach> reaches, int width) {
    Verdict worst = worst(reaches);
    boolean wanted = reaches.get(0).wanted();
    List<String> texts = new ArrayList<>();
    texts.add(reaches.get(0).claim() + words(worst));
    Map<String, String> seen = new LinkedHashMap<>();
    reaches.stream()
        .filter(reach -> reach.verdict() == worst && isWrong(worst))
        .forEach(reach -> seen.putIfAbsent(reach.way(), reach.seen()));
    seen.entrySet().stream()
        .limit(MOST_WAYS)
        .map(way -> way.getKey() + (way.getValue().isEmpty() ? "" : ": " + way.getValue()))
        .forEach(texts::add);
    if (seen.size() > MOST_WAYS) {
      texts.add("and " + (seen.size() - MOST_WAYS) + " more");
    }
    List<Entry> out = new ArrayList<>();
    for (String text : texts) {
      for (String line : TextSize.wrap(text, SIZE, width)) {
        String first = out.isEmpty() ? String.valueOf(number) : "";
        out.add(new Entry(first, worst, wanted, line));
      }
    }
    return out;
  }

  private static boolean isWrong(Verdict verdict) {
    return verdict == Verdict.FAILED || verdict == Verdict.ERROR;
  }

  private static Verdict worst(List<Reach> reaches) {
    for (Verdict verdict : List.of(Verdict.FAILED, Verdict.ERROR, Verdict.UNTRIED)) {
      if (reaches.stream().anyMatch(reach -> reach.verdict() == verdict)) {
        return verdict;
      }
    }
    return reaches.get(0).verdict();
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case CLAIMED -> "";
      case REACHED -> ": reached";
      case KEPT_OUT -> ": unreachable, as it should be";
      case FAILED -> ": failed";
      case ERROR -> ": could not be checked";
      case UNTRIED -> ": not tried";
    };
  }
}
