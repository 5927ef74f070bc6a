package io.labrun.docker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Keeps the beginning of an output.
 *
 * <p>Decoded only when it is read, because a frame may end within a character. Written by one
 * thread and read by another.
 */
final class CappedText {
  private static final int LIMIT = 1 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean truncated;

  /** Copies what fits: the caller may use its array again. */
  synchronized void write(byte[] from, int offset, int length) {
    int fits = Math.min(length, LIMIT - bytes.size());
    bytes.write(from, offset, fits);
    truncated |= fits < length;
  }

  /** The text so far; what is no UTF-8 becomes U+FFFD. */
  synchronized String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Whether more was written than is kept. */
  synchronized boolean truncated() {
    return truncated;
  }
}
