package io.labrun.own;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The folder of one private engine: all that it has on disk.
 *
 * @param path named as the engine
 */
record EngineFolder(Path path) {
  /** A UNIX socket's path has at most 107 bytes (unix(7)). */
  private static final int LONGEST_SOCKET = 107;

  /** Docker 29 and later else keep images in another way, which the image cache does not know. */
  private static final String CONFIG = "{\"features\": {\"containerd-snapshotter\": false}}\n";

  /**
   * Makes a folder under a name that no other engine has; only its owner may look into it.
   *
   * @param owner the process it belongs to, as its label would say it
   */
  static EngineFolder make(Path cache, String owner) throws IOException {
    Path engines = Private.folder(cache.resolve("engines"));
    EngineFolder folder = draw(engines);
    if (folder.socket().toString().getBytes().length > LONGEST_SOCKET) {
      Files.delete(folder.path);
      throw new PrivateEngineException(
          "the path of a private engine's socket is too long: " + folder.socket(),
          "set XDG_CACHE_HOME to a folder with a shorter path");
    }
    Files.writeString(folder.ownerFile(), owner);
    Files.writeString(folder.path.resolve("daemon.json"), CONFIG);
    return folder;
  }

  private static EngineFolder draw(Path engines) throws IOException {
    Random random = new Random();
    while (true) {
      try {
        Path path = engines.resolve("%08x".formatted(random.nextInt()));
        return new EngineFolder(
            Files.createDirectory(
                path,
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------"))));
      } catch (FileAlreadyExistsException e) {
        // Another engine drew the same name.
      }
    }
  }

  /** The folders of all engines that stand, or did and were not removed. */
  static List<EngineFolder> all(Path cache) throws IOException {
    return Private.list(cache.resolve("engines")).stream().map(EngineFolder::new).toList();
  }

  /** The engine's name: eight hex digits. */
  String name() {
    return path.getFileName().toString();
  }

  /** Where it answers. */
  Path socket() {
    return path.resolve("docker.sock");
  }

  /** Where its way out leads. */
  Path wayOut() {
    return path.resolve("way.sock");
  }

  /** What it says of itself. */
  Path log() {
    return path.resolve("log");
  }

  /** Its images, containers and volumes. */
  Path data() {
    return path.resolve("data");
  }

  /** The process it belongs to; empty if that is only just making it, or died in doing so. */
  Optional<String> owner() {
    try {
      return Optional.of(Files.readString(ownerFile())).filter(text -> !text.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Path ownerFile() {
    return path.resolve("owner");
  }
}
