package io.labrun.run.tar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Small archives in memory. */
public final class Tar {
  private Tar() {}

  /**
   * A file or folder of root's.
   *
   * @param path its whole path
   * @param content of a file; empty for a folder
   * @param mode its permissions
   * @param isFolder whether it is a folder
   */
  public record Entry(String path, byte[] content, int mode, boolean isFolder) {
    /** A file; one that is executable may be run by all. */
    public static Entry file(String path, byte[] content, boolean executable) {
      return new Entry(path, content, executable ? 0755 : 0644, false);
    }

    /** A folder. */
    public static Entry folder(String path) {
      return new Entry(path, new byte[0], 0755, true);
    }
  }

  /** The archive of entries, to be unpacked in a folder above all of them. */
  public static byte[] of(Path folder, List<Entry> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      TarWriter tar = new TarWriter(out);
      tar.changedAt(System.currentTimeMillis() / 1000);
      for (Entry entry : entries) {
        String name = folder.relativize(Path.of(entry.path())).toString();
        if (entry.isFolder()) {
          tar.folder(name, entry.mode());
        } else {
          tar.file(name, entry.content(), entry.mode());
        }
      }
      tar.end();
    } catch (IOException e) {
      throw new UncheckedIOException("memory is always there to be written", e);
    }
    return out.toByteArray();
  }
}
