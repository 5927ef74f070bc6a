package io.labrun.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Lets nothing that is shown be an order to GitHub Actions, which reads along and obeys whoever
 * wrote it: a container's output, a student's file, the name of a claim.
 *
 * <p>Its runner ({@code ActionCommand.cs}) takes {@code ##[name]} for a command wherever it stands,
 * and {@code ::name::} at the beginning of a line, after whatever Unicode calls a blank. One sign
 * of such a beginning is written as an escape that a person can read.
 */
final class NoCommands extends OutputStream {
  private static final int LAST_OF_ASCII = 0x7f;

  private final PrintStream out;
  private boolean blank = true;
  private int before;
  private int beforeThat;

  private NoCommands(PrintStream out) {
    this.out = out;
  }

  /** Text shown on a stream, in UTF-8. */
  static PrintStream shown(PrintStream stream) {
    NoCommands safe = new NoCommands(stream);
    return new PrintStream(safe, true, StandardCharsets.UTF_8) {
      @Override
      public boolean checkError() {
        return super.checkError() | stream.checkError();
      }
    };
  }

  @Override
  public synchronized void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int count) {
    ByteArrayOutputStream safe = new ByteArrayOutputStream(count);
    for (int i = from; i < from + count; i++) {
      safe.writeBytes(next(bytes[i] & 0xff));
    }
    out.write(safe.toByteArray(), 0, safe.size());
  }

  /** What is written for the next byte. */
  private byte[] next(int one) {
    boolean first = blank && before == ':' && one == ':';
    boolean second = before == '#' && beforeThat == '#' && one == '[';
    blank = one == '\n' || one == '\r' || blank && (isBlank(one) || one == ':' && before != ':');
    beforeThat = before;
    before = one;
    return first || second
        ? String.format("\\x%02x", one).getBytes(StandardCharsets.US_ASCII)
        : new byte[] {(byte) one};
  }

  /** Also whatever is not of ASCII: some of it is a blank. */
  private static boolean isBlank(int one) {
    return one <= ' ' || one > LAST_OF_ASCII;
  }

  @Override
  public void flush() {
    out.flush();
  }
}
