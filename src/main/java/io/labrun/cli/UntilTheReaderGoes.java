package io.labrun.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Output that nobody misses once its reader has gone, as {@code head} does when it has seen enough:
 * that is no fault. Every other fault stays one.
 */
final class UntilTheReaderGoes extends FilterOutputStream {
  private boolean gone;

  UntilTheReaderGoes(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      if (!gone) {
        out.write(bytes, from, count);
      }
    } catch (IOException e) {
      gone = String.valueOf(e.getMessage()).contains("Broken pipe");
      if (!gone) {
        throw e;
      }
    }
  }
}
