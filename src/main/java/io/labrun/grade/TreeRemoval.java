package io.labrun.grade;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes a file, or a folder with all that is in it; links are removed, not followed.
 *
 * <p>A container may still be at it, and a student may have made it: a folder that becomes a link
 * meanwhile leads nowhere else, and none is too deep, since what lies in a folder of a folder is
 * moved up before that goes.
 */
final class TreeRemoval {
  private static final int MOST_ROUNDS = 100_000;

  private final Path path;
  private long moved;

  TreeRemoval(Path path) {
    this.path = path.toAbsolutePath();
  }

  /**
   * Removes it.
   *
   * @throws IOException if something of it can't be; the rest may be gone
   */
  void remove() throws IOException {
    try (DirectoryStream<Path> above = Files.newDirectoryStream(path.getParent())) {
      if (above instanceof SecureDirectoryStream<Path> secure) {
        removeIn(secure);
      } else {
        Files.walkFileTree(path, new Walk());
      }
    }
  }

  private void removeIn(SecureDirectoryStream<Path> above) throws IOException {
    Path name = path.getFileName();
    if (!isFolder(above, name)) {
      above.deleteFile(name);
      return;
    }
    int rounds = 0;
    while (round(above, name)) {
      if (++rounds > MOST_ROUNDS) {
        throw new IOException("it grows while it is removed");
      }
    }
    above.deleteDirectory(name);
  }

  /** Removes all that is there, what lies two folders deep excepted; false if nothing was. */
  private boolean round(SecureDirectoryStream<Path> above, Path name) throws IOException {
    try (SecureDirectoryStream<Path> folder = open(above, name)) {
      List<Path> entries = names(folder);
      for (Path entry : entries) {
        if (isFolder(folder, entry)) {
          empty(folder, entry);
          folder.deleteDirectory(entry);
        } else {
          folder.deleteFile(entry);
        }
      }
      return !entries.isEmpty();
    }
  }

  private void empty(SecureDirectoryStream<Path> folder, Path name) throws IOException {
    try (SecureDirectoryStream<Path> inner = open(folder, name)) {
      for (Path entry : names(inner)) {
        if (isFolder(inner, entry)) {
          inner.move(entry, folder, Path.of(".labrun-moved-" + moved++));
        } else {
          inner.deleteFile(entry);
        }
      }
    }
  }

  private static SecureDirectoryStream<Path> open(SecureDirectoryStream<Path> in, Path name)
      throws IOException {
    return in.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Path> names(SecureDirectoryStream<Path> folder) {
    List<Path> out = new ArrayList<>();
    folder.forEach(entry -> out.add(entry.getFileName()));
    return out;
  }

  private static boolean isFolder(SecureDirectoryStream<Path> in, Path name) throws IOException {
    return in.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes()
        .isDirectory();
  }

  /** The way of systems that can't look from within a folder. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
      if (problem != null) {
        throw problem;
      }
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
