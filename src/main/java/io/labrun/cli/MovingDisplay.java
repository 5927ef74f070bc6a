package io.labrun.cli;

import io.labrun.report.Display;
import java.util.List;

/**
 * A display that moves by itself and follows its terminal.
 *
 * @param <D> what is shown
 */
abstract class MovingDisplay<D extends Display> implements Display {
  /** What is shown. */
  final D live;

  private final Frames frames;
  private final TerminalSize size;

  /**
   * A display that moves from now on.
   *
   * @param tick draws it anew
   * @param size of the terminal that it is in; is closed with it
   */
  MovingDisplay(D live, Runnable tick, TerminalSize size) {
    this.live = live;
    this.frames = new Frames(tick, live::close);
    this.size = size;
  }

  @Override
  public void paragraph(List<String> text) {
    live.paragraph(text);
  }

  @Override
  public void stopping(String line) {
    live.stopping(line);
  }

  @Override
  public void close() {
    frames.close();
    size.close();
  }
}
