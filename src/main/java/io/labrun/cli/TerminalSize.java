package io.labrun.cli;

import io.labrun.report.Window;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * How large the terminal is at any time: asked anew whenever the system says that it was resized
 * (signal {@code WINCH}). Java can't ask it, {@code stty} can; without it, it stays as it was.
 */
final class TerminalSize implements AutoCloseable {
  private static final File TERMINAL = new File("/dev/tty");

  private final Console console;
  private final Runnable undo;
  private volatile Terminal now;

  /** The size of a console's terminal from now on. */
  TerminalSize(Console console) {
    this.console = console;
    this.now = console.terminal();
    this.undo = Signals.listen("WINCH", signal -> ask());
  }

  /** What is drawn in it. */
  Window window() {
    return new Window(() -> now.columns(), () -> now.rows(), text -> Reports.draw(console, text));
  }

  private synchronized void ask() {
    ProcessBuilder stty = new ProcessBuilder("stty", "size").redirectInput(TERMINAL);
    stty.redirectError(ProcessBuilder.Redirect.DISCARD);
    try (InputStream out = stty.start().getInputStream()) {
      String size = new String(out.readAllBytes(), StandardCharsets.US_ASCII);
      now = now.resized(console.env(), size);
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public void close() {
    undo.run();
  }
}
