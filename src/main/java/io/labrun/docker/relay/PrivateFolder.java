package io.labrun.docker.relay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A temporary folder that only its owner may look into, for sockets. It is removed when it is
 * closed, and else when Java ends.
 */
final class PrivateFolder implements Closeable {
  /** A socket's path may have 107 bytes, 103 on a Mac; ssh puts 17 behind it for a moment. */
  private static final int LONGEST = 60;

  private static final String PREFIX = "labrun-";
  private static final Set<PrivateFolder> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> OPEN.forEach(PrivateFolder::close), "labrun-folders"));
  }

  private final Path path;

  /** Makes one where temporary files are, or in {@code /tmp} if that is too long a way. */
  PrivateFolder() throws IOException {
    Path usual = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    Path parent = usual.toString().length() > LONGEST ? Path.of("/tmp") : usual;
    path =
        Files.createTempDirectory(
            parent,
            PREFIX,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    OPEN.add(this);
    AbandonedFolders.remove(parent, PREFIX, Files.getOwner(path));
  }

  /** The path of a socket to be made there. */
  Path socket(String name) {
    return path.resolve(name + AbandonedFolders.SOCKET);
  }

  @Override
  public void close() {
    OPEN.remove(this);
    remove(path);
  }

  /** Removes a folder of files; what can't be removed stays. */
  static void remove(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // It is in the folder of what is temporary: the system removes it in the end.
    }
  }
}
