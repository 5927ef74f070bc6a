package io.labrun.batch.lock;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder of the machine that is mounted.
 *
 * @param path whole
 * @param written whether it can be written; two that only read do not disturb each other
 */
record FolderLock(Path path, boolean written) implements Lock {
  @Override
  public Optional<String> clash(Lock other) {
    if (!(other instanceof FolderLock theirs) || !(written || theirs.written)) {
      return Optional.empty();
    }
    boolean within = path.startsWith(theirs.path) || theirs.path.startsWith(path);
    Path inner = path.startsWith(theirs.path) ? path : theirs.path;
    return within
        ? Optional.of("both mount " + inner + ", and it can be written")
        : Optional.empty();
  }
}
