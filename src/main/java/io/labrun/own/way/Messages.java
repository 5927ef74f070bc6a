package io.labrun.own.way;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/** Messages of the domain name system (RFC 1035). */
final class Messages {
  private static final int FLAGS = 2;
  private static final int HEADER = 12;
  private static final int IS_ANSWER = 0x80;
  private static final int SERVER_FAILURE = 2;

  private Messages() {}

  /** All that comes until the other end has nothing more to say. */
  static ByteBuffer readAll(ByteChannel from) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(Relay.LONGEST_MESSAGE);
    while (out.hasRemaining() && from.read(out) >= 0) {
      // More may come.
    }
    return out.flip();
  }

  /** The answer that says that the question could not be looked into. */
  static ByteBuffer failure(ByteBuffer question) {
    byte[] bytes = new byte[question.remaining()];
    question.duplicate().get(bytes);
    if (bytes.length >= HEADER) {
      bytes[FLAGS] |= (byte) IS_ANSWER;
      bytes[FLAGS + 1] = (byte) (bytes[FLAGS + 1] & 0xf0 | SERVER_FAILURE);
    }
    return ByteBuffer.wrap(bytes);
  }
}
