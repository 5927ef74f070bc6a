package io.labrun.batch.claim;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file or folder of the machine that is mounted.
 *
 * @param path whole
 * @param written whether it can be written; two that only read do not disturb each other
 */
record FolderClaim(Path path, boolean written) implements Claim {
  @Override
  public Optional<String> clash(Claim other) {
    if (!(other instanceof FolderClaim theirs) || !(written || theirs.written)) {
      return Optional.empty();
    }
    boolean within = path.startsWith(theirs.path) || theirs.path.startsWith(path);
    Path inner = path.startsWith(theirs.path) ? path : theirs.path;
    return within
        ? Optional.of("both mount " + inner + ", and it can be written")
        : Optional.empty();
  }
}
