package io.labrun.docker.relay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A temporary folder that only its owner may look into, for sockets. One that is not closed is
 * removed by the next labrun.
 */
final class PrivateFolder implements Closeable {
  /**
   * Of 103 bytes on a Mac: 28 are the folder's name, 9 a socket's, and 17 are ssh's for a moment.
   */
  private static final int LONGEST = 49;

  private static final String PREFIX = "labrun-";
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
    AbandonedFolders.remove(parent, PREFIX, Files.getOwner(path));
  }

  /** The path of a socket to be made there. */
  Path socket(String name) {
    return path.resolve(name + AbandonedFolders.SOCKET);
  }

  @Override
  public void close() {
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
