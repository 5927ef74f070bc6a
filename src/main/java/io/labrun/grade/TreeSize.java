package io.labrun.grade;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Adds up a folder that a container may write to at any moment. Each file and folder counts as at
 * least a block, as on a disk; what lies too deep for any path could be of any size, and counts so.
 */
final class TreeSize extends SimpleFileVisitor<Path> {
  private static final long BLOCK = 4096;

  private final long enough;
  private long bytes;

  private TreeSize(long enough) {
    this.enough = enough;
  }

  /**
   * How many bytes it takes.
   *
   * @param enough where the exact number is of no interest any more
   */
  static long of(Path folder, long enough) {
    TreeSize size = new TreeSize(enough);
    try {
      Files.walkFileTree(folder, size);
    } catch (IOException e) {
      // The visitor passes over whatever can't be read; the folder itself has gone.
    }
    return size.bytes;
  }

  private FileVisitResult add(long more) {
    bytes = bytes + more < 0 ? Long.MAX_VALUE : bytes + more;
    return bytes > enough ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
    return add(BLOCK);
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
    return add(attributes.isRegularFile() ? Math.max(BLOCK, attributes.size()) : BLOCK);
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException problem) {
    boolean gone = problem instanceof NoSuchFileException;
    boolean closed = problem instanceof AccessDeniedException;
    return add(gone || closed ? 0 : Long.MAX_VALUE);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path path, IOException problem) {
    return FileVisitResult.CONTINUE;
  }
}
