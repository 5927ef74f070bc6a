package io.labrun.docker.relay;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

/** One connection through a relay: a client's, and the program's that it is passed on to. */
final class Connection implements Closeable {
  private static final int BUFFER = 64 * 1024;
  private static final int LONGEST_WORD = 1024;

  /** How an engine's first answer begins, also where the connection becomes a command's. */
  private static final String ANSWER = "HTTP/";

  private final SocketChannel client;
  private final Tally tally;
  private final Executor threads;
  private Line line;
  private boolean closed;
  private volatile boolean clientIsDone;

  Connection(SocketChannel client, Tally tally, Executor threads) {
    this.client = client;
    this.tally = tally;
    this.threads = threads;
  }

  /** Starts the program and passes on what comes, both ways, until it ends. */
  void serve(Dial dial) {
    try (this) {
      if (tally.add(this) && dial(dial)) {
        threads.execute(this::send);
        receive();
      }
    } finally {
      tally.remove(this);
    }
  }

  private boolean dial(Dial dial) {
    try {
      return attach(dial.open());
    } catch (IOException | RuntimeException e) {
      tally.failed(String.valueOf(e.getMessage()));
      return false;
    }
  }

  /** Where the relay was closed meanwhile, nobody wants the program any more. */
  private synchronized boolean attach(Line opened) {
    line = opened;
    if (closed) {
      hangUp();
    }
    return !closed;
  }

  private void send() {
    try {
      copy(Channels.newInputStream(new BothWays(client)), line.output());
      clientIsDone = true;
      line.endOutput();
    } catch (IOException e) {
      // The program has ended, or the client is gone altogether.
      clientIsDone = true;
      close();
    }
  }

  private void receive() {
    try {
      byte[] begin = line.input().readNBytes(ANSWER.length());
      String text = new String(begin, StandardCharsets.ISO_8859_1);
      if (text.equals(ANSWER)) {
        tally.answered();
        OutputStream out = Channels.newOutputStream(new BothWays(client));
        out.write(begin);
        copy(line.input(), out);
      } else {
        tally.failed(text + rest() + line.lastWords());
      }
    } catch (IOException e) {
      // The client is gone, or the connection to the program is.
    }
    if (!clientIsDone && !line.lastWords().isBlank()) {
      tally.failed(line.lastWords());
    }
  }

  /**
   * Something else than an answer: the engine's word of a command that it can't run, or a shell's.
   */
  private String rest() throws IOException {
    byte[] rest = new byte[LONGEST_WORD];
    int read = Math.max(0, line.input().read(rest));
    return new String(rest, 0, read, StandardCharsets.UTF_8);
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int read;
    while ((read = from.read(buffer)) >= 0) {
      to.write(buffer, 0, read);
      to.flush();
    }
  }

  /** What the program printed as errors so far. */
  String said() {
    Line known;
    synchronized (this) {
      known = line;
    }
    return known == null ? "" : known.said();
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      client.close();
    } catch (IOException e) {
      // Closed, as far as anybody can tell.
    }
    if (line != null) {
      hangUp();
    }
  }

  private void hangUp() {
    try {
      line.close();
    } catch (IOException e) {
      // The program is told by the end of its input at the latest.
    }
  }
}
