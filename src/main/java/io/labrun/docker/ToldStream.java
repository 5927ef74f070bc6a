package io.labrun.docker;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Tells of each piece that is read, and keeps what kept it from being read. */
final class ToldStream extends FilterInputStream {
  private final Runnable news;
  private volatile IOException failure;

  ToldStream(InputStream in, Runnable news) {
    super(in);
    this.news = news;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    try {
      int read = in.read(to, from, length);
      news.run();
      return read;
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Why it could not be read; empty if it could. */
  Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }
}
