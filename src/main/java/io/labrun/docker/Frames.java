package io.labrun.docker;

import io.labrun.run.engine.ExecResult;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Takes the two outputs apart that an engine sends in one stream: each frame has a head of one byte
 * for the output, three of nothing and four for the length (Engine API, {@code POST
 * /containers/{id}/attach}, "Stream format").
 */
final class Frames {
  private static final int HEAD = 8;
  private static final int STDERR = 2;

  private final CappedText stdout = new CappedText();
  private final CappedText stderr = new CappedText();
  private final byte[] buffer = new byte[16 * 1024];

  /** Reads to the stream's end. */
  void drain(InputStream in) throws IOException {
    drain(in, false);
  }

  /** Reads to the stream's end, or until more came than is kept. */
  void fill(InputStream in) throws IOException {
    drain(in, true);
  }

  private void drain(InputStream in, boolean untilFull) throws IOException {
    int read = 0;
    while (!(untilFull && isTruncated()) && (read = in.readNBytes(buffer, 0, HEAD)) == HEAD) {
      copy(in, buffer[0] == STDERR ? stderr : stdout, length());
      read = 0;
    }
    if (read > 0) {
      throw new EOFException("the output broke off");
    }
  }

  /** As {@link #fill}, what a container with a terminal prints, which has no frames. */
  void fillPlain(InputStream in) throws IOException {
    int read;
    while (!isTruncated() && (read = in.read(buffer)) >= 0) {
      stdout.write(buffer, 0, read);
    }
  }

  private long length() {
    return (buffer[4] & 0xFFL) << 24
        | (buffer[5] & 0xFF) << 16
        | (buffer[6] & 0xFF) << 8
        | buffer[7] & 0xFF;
  }

  private void copy(InputStream in, CappedText to, long length) throws IOException {
    long left = length;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException("the output broke off");
      }
      to.write(buffer, 0, read);
      left -= read;
    }
  }

  /** What was read so far. */
  ExecResult result(Optional<Integer> exitCode) {
    return new ExecResult(exitCode, stdout.text(), stderr.text(), isTruncated());
  }

  private boolean isTruncated() {
    return stdout.truncated() || stderr.truncated();
  }
}
