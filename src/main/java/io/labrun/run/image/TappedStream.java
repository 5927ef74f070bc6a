package io.labrun.run.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Shows somebody else all that is read. */
final class TappedStream extends FilterInputStream {
  private final Tap tap;

  /** Takes what was read. */
  interface Tap {
    /** Takes some bytes, at least one. */
    void take(byte[] bytes, int from, int length) throws IOException;
  }

  TappedStream(InputStream in, Tap tap) {
    super(in);
    this.tap = tap;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int read = in.read(to, from, length);
    if (read > 0) {
      tap.take(to, from, read);
    }
    return read;
  }
}
