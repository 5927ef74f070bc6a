package io.labrun.grade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Copies a file or folder; links stay links, and what is neither is left out. Everybody may read
 * the copy of what a student handed in: who may read the original says how it was collected.
 */
final class TreeCopy extends SimpleFileVisitor<Path> {
  private static final int PIECE = 1 << 16;

  private final Path from;
  private final Path to;
  private final Predicate<Path> leftOut;
  private AtomicLong room;

  /**
   * A copy.
   *
   * @param to need not exist; a folder that does gets more
   * @param leftOut what is not copied, with all below it
   */
  TreeCopy(Path from, Path to, Predicate<Path> leftOut) {
    this.from = from;
    this.to = to;
    this.leftOut = leftOut;
  }

  /** The same of what a student may change at any moment: no more bytes than there is room for. */
  TreeCopy students(AtomicLong bytes) {
    room = bytes;
    return this;
  }

  /** Copies it. */
  void copy() throws IOException {
    Path start = room == null ? from.toRealPath() : from;
    if (start.equals(from)) {
      Files.walkFileTree(start, this);
    } else {
      new TreeCopy(start, to, leftOut).copy();
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
      throws IOException {
    if (leftOut.test(path)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    Files.createDirectories(target(path));
    allow(path, target(path), true);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
    if (leftOut.test(path)) {
      return FileVisitResult.CONTINUE;
    }
    try {
      if (attributes.isSymbolicLink()) {
        Files.createSymbolicLink(target(path), Files.readSymbolicLink(path));
      } else if (attributes.isRegularFile()) {
        file(path);
      }
    } catch (FileAlreadyExistsException e) {
      // Two paths of the exercise lead here, one in the other.
    }
    return FileVisitResult.CONTINUE;
  }

  private void file(Path path) throws IOException {
    Path target = target(path);
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
        OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      byte[] piece = new byte[PIECE];
      for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
        if (room != null && room.addAndGet(-length) < 0) {
          throw new IOException("it grew while it was copied");
        }
        out.write(piece, 0, length);
      }
    }
    allow(path, target, Files.isExecutable(path));
  }

  private void allow(Path path, Path target, boolean executable) throws IOException {
    Set<PosixFilePermission> all =
        room == null
            ? EnumSet.copyOf(Files.getPosixFilePermissions(path))
            : PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
    if (Files.isDirectory(target)) {
      all.addAll(PosixFilePermissions.fromString("rwx------"));
    }
    Files.setPosixFilePermissions(target, all);
  }

  private Path target(Path path) {
    return path.equals(from) ? to : to.resolve(from.relativize(path).toString());
  }
}
