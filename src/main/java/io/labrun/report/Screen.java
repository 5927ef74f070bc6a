package io.labrun.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The end of a terminal: lines that stay, and below them a few that are drawn again and again.
 *
 * <p>Uses ECMA-48 sequences that every terminal knows: cursor up (CUU), erase below (ED); and the
 * two to hide and show the cursor (DECTCEM). Not safe for use by several threads.
 */
final class Screen {
  private static final String ERASE_BELOW = "\u001b[J";
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";

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
    out.append(erase());
    staying.forEach(line -> out.append(line).append('\n'));
    out.append(String.join("\n", moving)).append(moving.isEmpty() ? "" : "\r");
    if (hidden && moving.isEmpty()) {
      out.append(SHOW_CURSOR);
    }
    hidden = !moving.isEmpty();
    drawn = new ArrayList<>(moving);
    terminal.accept(out.toString());
  }

  /**
   * Back to the start of the first moving line. The cursor stands at the start of the last one: at
   * its end, what a terminal echoes for Ctrl-C would begin a new line.
   */
  private String erase() {
    if (drawn.isEmpty()) {
      return "";
    }
    String up = drawn.size() > 1 ? "\u001b[" + (drawn.size() - 1) + "A" : "";
    return "\r" + up + ERASE_BELOW;
  }
}
