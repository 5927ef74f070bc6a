package io.labrun.lessons;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** The lesson's own network plugin, as its text says to start it. */
final class PluginProcess implements AutoCloseable {
  private static final String PROGRAM = "scenarios/network-plugin/plugin.py";

  private final Process process;

  private PluginProcess(Process process) {
    this.process = process;
  }

  /** Starts it and waits until it listens. */
  static PluginProcess start() {
    try {
      Process process = new ProcessBuilder("python3", PROGRAM).redirectErrorStream(true).start();
      BufferedReader said = process.inputReader();
      String line = said.readLine();
      if (line == null || !line.startsWith("listening on ")) {
        throw new IllegalStateException(PROGRAM + " does not listen: " + line);
      }
      // Whatever it tells must be read, or it stops when the pipe is full.
      Thread reader = new Thread(() -> said.lines().forEach(ignored -> {}), "plugin");
      reader.setDaemon(true);
      reader.start();
      return new PluginProcess(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
