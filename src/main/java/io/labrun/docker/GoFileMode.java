package io.labrun.docker;

import io.labrun.run.engine.FileEntry.Type;

/**
 * A file's mode as Go writes it (package {@code io/fs}, {@code FileMode}): what Unix keeps in the
 * bits above the permissions has places of its own.
 */
record GoFileMode(long bits) {
  private static final int DIRECTORY = 31;
  private static final int SYMLINK = 27;
  private static final int DEVICE = 26;
  private static final int FIFO = 25;
  private static final int SOCKET = 24;
  private static final int SET_USER = 23;
  private static final int SET_GROUP = 22;
  private static final int CHARACTERS = 21;
  private static final int STICKY = 20;

  Type type() {
    if (has(DIRECTORY)) {
      return Type.DIRECTORY;
    }
    if (has(SYMLINK)) {
      return Type.SYMLINK;
    }
    if (has(DEVICE)) {
      return has(CHARACTERS) ? Type.CHARACTER_DEVICE : Type.BLOCK_DEVICE;
    }
    if (has(FIFO)) {
      return Type.FIFO;
    }
    return has(SOCKET) ? Type.SOCKET : Type.FILE;
  }

  /** As Unix has them: nine bits for who may what, above them three more. */
  int permissions() {
    return (int) (bits & 0777)
        | (has(SET_USER) ? 04000 : 0)
        | (has(SET_GROUP) ? 02000 : 0)
        | (has(STICKY) ? 01000 : 0);
  }

  private boolean has(int bit) {
    return (bits >> bit & 1) == 1;
  }
}
