package io.labrun.docker;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A command's standard output, taken out of the frames that {@link Frames} tells of. */
final class FrameInput extends InputStream {
  private static final int STDERR = 2;
  private static final int KEPT = 4096;

  private final DataInputStream in;
  private final CappedText stderr = new CappedText();
  private long left;

  FrameInput(InputStream in) {
    this.in = new DataInputStream(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (left == 0) {
      if (!nextFrame()) {
        return -1;
      }
    }
    int read = in.read(to, offset, (int) Math.min(left, length));
    if (read < 0) {
      throw new EOFException("the output broke off");
    }
    left -= read;
    return read;
  }

  /** Goes to the next frame of standard output; false at the end. */
  private boolean nextFrame() throws IOException {
    int stream = in.read();
    while (stream == STDERR) {
      skipHead();
      keep(length());
      stream = in.read();
    }
    if (stream < 0) {
      return false;
    }
    skipHead();
    left = length();
    return true;
  }

  private void skipHead() throws IOException {
    in.readFully(new byte[3]);
  }

  private long length() throws IOException {
    return in.readInt() & 0xFFFFFFFFL;
  }

  private void keep(long length) throws IOException {
    byte[] buffer = new byte[KEPT];
    for (long rest = length; rest > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(rest, KEPT));
      if (read < 0) {
        throw new EOFException("the output broke off");
      }
      stderr.write(buffer, 0, read);
      rest -= read;
    }
  }

  /** What the command printed as errors so far. */
  String stderr() {
    return stderr.text();
  }
}
