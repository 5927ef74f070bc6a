package io.labrun.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The end of a terminal: lines that stay, and below them a few that are drawn again and again.
 *
 * <p>Uses ECMA-48 sequences that every terminal knows: cursor up (CUU), erase below (ED); and those
 * to hide and show the cursor (DECTCEM) and to cut lines off at the margin or wrap them (DECAWM).
 * Not safe for use by several threads.
 */
final class Screen {
  private static final String ERASE_BELOW = "\u001b[J";
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";
  private static final String CUT = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";

  private final Consumer<String> terminal;
  private List<String> drawn = List.of();
  private boolean hidden;

  /**
   * A screen.
   *
   * @param terminal takes text and shows it at once
   */
  Screen(Consumer<String> terminal) {
    this.terminal = terminal;
  }

  /**
   * Puts lines where they stay and draws what moves below them, in one go.
   *
   * @param moving each no wider than the terminal, and fewer than it has rows
   */
  void show(List<String> staying, List<String> moving) {
    if (staying.isEmpty() && moving.equals(drawn)) {
      return;
    }
    StringBuilder out = new StringBuilder();
    if (!hidden && !moving.isEmpty()) {
      out.append(HIDE_CURSOR);
    }
    out.append(drawn.isEmpty() ? "" : "\r" + ERASE_BELOW);
    staying.forEach(line -> out.append(line).append('\n'));
    out.append(draw(moving));
    if (hidden && moving.isEmpty()) {
      out.append(SHOW_CURSOR);
    }
    hidden = !moving.isEmpty();
    drawn = new ArrayList<>(moving);
    terminal.accept(out.toString());
  }

  /**
   * The lines, and the cursor at the start of the first. There a terminal keeps it when it is made
   * narrower and breaks the lines anew, so that all of them are below it in any case; and what it
   * echoes for Ctrl-C begins no new line. A line that is wider than a terminal that was just
   * resized is cut off.
   */
  private static String draw(List<String> moving) {
    if (moving.isEmpty()) {
      return "";
    }
    String up = moving.size() > 1 ? "\u001b[" + (moving.size() - 1) + "A" : "";
    return CUT + String.join("\n", moving) + WRAP + "\r" + up;
  }
}
