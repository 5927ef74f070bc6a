package io.labrun.run.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a tar archive (POSIX ustar, with GNU's entries for long names), all of it root's. */
public final class TarWriter {
  /** What eleven octal digits can say. */
  private static final long LARGEST = (1L << 33) - 1;

  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final char FILE = '0';
  private static final char LINK = '2';
  private static final char FOLDER = '5';
  private static final char LONG_NAME = 'L';
  private static final char LONG_LINK = 'K';

  private final OutputStream out;
  private long seconds;

  /** A writer to a stream that its owner closes. */
  public TarWriter(OutputStream out) {
    this.out = out;
  }

  /** When what is added from now on was changed last, in seconds since 1970. */
  public void changedAt(long time) {
    seconds = Math.max(0, Math.min(time, LARGEST));
  }

  /** Adds a folder. */
  public void folder(String name, int mode) throws IOException {
    header(bytes(name), 0, mode, FOLDER, new byte[0]);
  }

  /** Adds a symbolic link. */
  public void link(String name, String target) throws IOException {
    header(bytes(name), 0, 0777, LINK, bytes(target));
  }

  /** Adds a file. */
  public void file(String name, byte[] content, int mode) throws IOException {
    header(bytes(name), content.length, mode, FILE, new byte[0]);
    out.write(content);
    pad(content.length);
  }

  /**
   * Adds a file of a known size; one that grows meanwhile is cut, one that shrinks is filled up.
   */
  public void file(String name, InputStream content, long size, int mode) throws IOException {
    header(bytes(name), size, mode, FILE, new byte[0]);
    byte[] buffer = new byte[1 << 16];
    long left = size;
    while (left > 0) {
      int read = content.read(buffer, 0, (int) Math.min(left, buffer.length));
      int count = read < 0 ? (int) Math.min(left, buffer.length) : read;
      out.write(read < 0 ? new byte[count] : buffer, 0, count);
      left -= count;
    }
    pad(size);
  }

  /** Ends the archive. */
  public void end() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }

  private void header(byte[] name, long size, int mode, char type, byte[] link) throws IOException {
    longName(name, LONG_NAME);
    longName(link, LONG_LINK);
    out.write(block(name, size, mode, type, link));
  }

  private void longName(byte[] name, char type) throws IOException {
    if (name.length > NAME) {
      out.write(block(bytes("././@LongLink"), name.length + 1, 0, type, new byte[0]));
      out.write(name);
      out.write(0);
      pad(name.length + 1);
    }
  }

  private byte[] block(byte[] name, long size, int mode, char type, byte[] link) {
    ByteBuffer header = ByteBuffer.allocate(BLOCK);
    header.put(0, name, 0, Math.min(NAME, name.length));
    header.put(100, bytes("%07o".formatted(mode)));
    header.put(108, bytes("0000000"));
    header.put(116, bytes("0000000"));
    header.put(124, bytes("%011o".formatted(size)));
    header.put(136, bytes("%011o".formatted(seconds)));
    header.put(148, bytes("        "));
    header.put(156, (byte) type);
    header.put(157, link, 0, Math.min(NAME, link.length));
    header.put(257, bytes("ustar\00000"));
    header.put(148, bytes("%06o\0 ".formatted(sum(header.array()))));
    return header.array();
  }

  private void pad(long size) throws IOException {
    out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
  }

  private static int sum(byte[] header) {
    int sum = 0;
    for (byte one : header) {
      sum += Byte.toUnsignedInt(one);
    }
    return sum;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
