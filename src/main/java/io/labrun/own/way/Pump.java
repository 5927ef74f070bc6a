package io.labrun.own.way;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/** Passes bytes on between two connections, until both have nothing more to say. */
final class Pump {
  private static final int BUFFER = 16 * 1024;

  private Pump() {}

  /** Passes on both ways, on this thread and one more, and closes both. */
  static void join(SocketChannel one, SocketChannel other)
      throws IOException, InterruptedException {
    try (one;
        other) {
      Thread back = Threads.start(() -> oneWay(other, one));
      oneWay(one, other);
      back.join();
    }
  }

  private static void oneWay(SocketChannel from, SocketChannel to) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    try {
      while (from.read(buffer) >= 0) {
        writeAll(to, buffer.flip());
        buffer.clear();
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // One that breaks ends the other too, or its reader would wait for ever.
      from.close();
      to.close();
    }
  }

  /** Writes all that is left in a buffer. */
  static void writeAll(ByteChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      to.write(bytes);
    }
  }
}
