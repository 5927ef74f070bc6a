package io.labrun.report.graph;

import io.labrun.report.graph.Topology.Storage;

/**
 * Something that holds data, as it hangs below a box.
 *
 * @param kind what it is
 * @param label what to call it
 * @param path where it is mounted
 */
record Item(Storage kind, String label, String path) {
  static final int HEIGHT = 38;
  static final int GAP = 9;
  static final int SIZE = 10;
  static final int PAD = 8;
  private static final int NARROWEST = 70;
  private static final int WIDEST = 176;

  /** Its width in pixels. */
  int width() {
    int text = Math.max(TextSize.width(label, SIZE), TextSize.width(path, SIZE));
    return Math.min(WIDEST, Math.max(NARROWEST, text + 2 * PAD));
  }

  /** The room for a line of text. */
  int room() {
    return width() - 2 * PAD;
  }
}
