package io.labrun.batch.lock;

import io.labrun.scenario.spec.MountSpec;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What a mount takes of the machine's files. */
final class FolderLocks {
  /** Many may talk to a socket at once, and that is all that can be done with it. */
  private static final String SOCKET = ".sock";

  private FolderLocks() {}

  static Optional<Lock> of(MountSpec mount, Path folder) {
    boolean files = mount.type() == MountSpec.Type.BIND && !mount.source().endsWith(SOCKET);
    return files ? lock(mount, folder) : Optional.empty();
  }

  private static Optional<Lock> lock(MountSpec mount, Path folder) {
    String source = mount.source();
    if (source.equals("~") || source.startsWith("~/")) {
      source = System.getProperty("user.home", "/") + source.substring(1);
    }
    try {
      Path path = folder.resolve(source).toAbsolutePath().normalize();
      return Optional.of(new FolderLock(path, !mount.readOnly()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
