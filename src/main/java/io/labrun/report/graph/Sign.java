package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Verdict;

/** The mark of a verdict: its shape and its word, so that nobody depends on its colour. */
final class Sign {
  /** The side of the square that a mark takes. */
  static final int SIDE = 9;

  private Sign() {}

  /** The class of a verdict's colour: {@code good}, {@code bad}, {@code warn} or {@code dull}. */
  static String tone(Verdict verdict) {
    return switch (verdict) {
      case REACHED, KEPT_OUT -> "good";
      case FAILED -> "bad";
      case ERROR -> "warn";
      case CLAIMED, UNTRIED -> "dull";
    };
  }

  /** What is written beside the mark; empty where the mark says it. */
  static String word(Verdict verdict) {
    return switch (verdict) {
      case FAILED -> " failed";
      case ERROR -> " error";
      case REACHED, KEPT_OUT, CLAIMED, UNTRIED -> "";
    };
  }

  /** Draws the mark with its left upper corner at a place. */
  static void draw(SvgPen pen, Verdict verdict, boolean wanted, int x, int y) {
    pen.path("v-" + tone(verdict), shape(verdict, wanted, x, y));
  }

  private static String shape(Verdict verdict, boolean wanted, int x, int y) {
    return switch (verdict) {
      case REACHED -> SvgPen.way("M% %l3 4l6 -8", x, y + 5);
      case FAILED -> SvgPen.way("M% %l8 8M% %l-8 8", x, y, x + 8, y);
      case ERROR -> SvgPen.way("M% %v5m0 3v1", x + 4, y);
      case KEPT_OUT -> barred(x, y);
      case CLAIMED -> wanted ? SvgPen.way("M% %h8m-3 -3l3 3l-3 3", x, y + 4) : barred(x, y);
      case UNTRIED -> SvgPen.way("M% %h8", x, y + 4);
    };
  }

  private static String barred(int x, int y) {
    return SvgPen.way("M% %a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M% %l6 -6", x, y + 4, x + 1, y + 7);
  }
}
