package io.labrun.run.action;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Writes tar archives (POSIX ustar, with GNU's entries for long names). */
final class Tar {
  private static final int BLOCK = 512;
  private static final int NAME = 100;

  private Tar() {}

  /**
   * A file or folder of root's.
   *
   * @param path its whole path
   * @param content of a file; empty for a folder
   * @param mode its permissions
   * @param type {@code 0} for a file, {@code 5} for a folder
   */
  record Entry(String path, byte[] content, int mode, char type) {
    static Entry file(String path, byte[] content, boolean executable) {
      return new Entry(path, content, executable ? 0755 : 0644, '0');
    }

    static Entry folder(String path) {
      return new Entry(path, new byte[0], 0755, '5');
    }
  }

  /** The archive of entries, to be unpacked in a folder above all of them. */
  static byte[] of(Path folder, List<Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Entry entry : entries) {
      byte[] name = bytes(folder.relativize(Path.of(entry.path())).toString());
      if (name.length > NAME) {
        add(
            out,
            bytes("././@LongLink"),
            ByteBuffer.allocate(name.length + 1).put(name).array(),
            0,
            'L');
      }
      add(out, name, entry.content(), entry.mode(), entry.type());
    }
    out.writeBytes(new byte[2 * BLOCK]);
    return out.toByteArray();
  }

  private static void add(
      ByteArrayOutputStream out, byte[] name, byte[] content, int mode, char type) {
    byte[] header = header(name, content.length, mode, type);
    out.writeBytes(header);
    out.writeBytes(content);
    out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  private static byte[] header(byte[] name, int size, int mode, char type) {
    ByteBuffer header = ByteBuffer.allocate(BLOCK);
    header.put(0, name, 0, Math.min(NAME, name.length));
    header.put(100, bytes("%07o".formatted(mode)));
    header.put(108, bytes("0000000"));
    header.put(116, bytes("0000000"));
    header.put(124, bytes("%011o".formatted(size)));
    header.put(136, bytes("%011o".formatted(System.currentTimeMillis() / 1000)));
    header.put(148, bytes("        "));
    header.put(156, (byte) type);
    header.put(257, bytes("ustar\00000"));
    header.put(148, bytes("%06o\0 ".formatted(sum(header.array()))));
    return header.array();
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
