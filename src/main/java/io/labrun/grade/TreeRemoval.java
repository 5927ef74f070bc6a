package io.labrun.grade;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Removes a folder with all that is in it; links are removed, not followed. */
final class TreeRemoval extends SimpleFileVisitor<Path> {
  private final Path folder;

  TreeRemoval(Path folder) {
    this.folder = folder;
  }

  void remove() throws IOException {
    Files.walkFileTree(folder, this);
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
    Files.delete(path);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path path, IOException problem) throws IOException {
    if (problem != null) {
      throw problem;
    }
    Files.delete(path);
    return FileVisitResult.CONTINUE;
  }
}
