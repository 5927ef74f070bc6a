package io.labrun.docker.relay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A connection that is a process of this machine. */
final class ProcessLine implements Line {
  private static final int LONGEST = 16 * 1024;
  private static final long LAST_WORDS_MILLIS = 500;

  private final Process process;
  private final boolean alone;
  private final Thread listener;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  /**
   * A connection of a process that has just been started.
   *
   * @param alone whether no other connection needs the process
   */
  ProcessLine(Process process, boolean alone) {
    this.process = process;
    this.alone = alone;
    this.listener = new Thread(() -> listen(process, said), "engine-relay-errors");
    listener.setDaemon(true);
    listener.start();
  }

  /** Has something done once the process has ended. */
  void whenEnded(Runnable work) {
    process.onExit().thenRun(work);
  }

  private static void listen(Process process, ByteArrayOutputStream said) {
    byte[] buffer = new byte[1024];
    try (InputStream errors = process.getErrorStream()) {
      int read;
      while ((read = errors.read(buffer)) >= 0) {
        synchronized (said) {
          said.write(buffer, 0, Math.min(read, LONGEST - said.size()));
        }
      }
    } catch (IOException e) {
      // The process has ended.
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public InputStream input() {
    return process.getInputStream();
  }

  @Override
  public OutputStream output() {
    return process.getOutputStream();
  }

  @Override
  public void endOutput() throws IOException {
    process.getOutputStream().close();
  }

  @Override
  public String said() {
    synchronized (said) {
      return said.toString(StandardCharsets.UTF_8);
    }
  }

  @Override
  public String lastWords() {
    try {
      process.waitFor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
      listener.join(LAST_WORDS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return said();
  }

  /** Ends the process where nobody else needs it, and leaves it to end by itself where not. */
  @Override
  public void close() throws IOException {
    if (alone) {
      end();
    } else {
      process.getOutputStream().close();
    }
  }

  /** Ends the process. */
  void end() {
    process.destroyForcibly();
  }
}
