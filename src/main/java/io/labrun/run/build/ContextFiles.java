package io.labrun.run.build;

import io.labrun.event.Problem;
import io.labrun.run.lab.ProblemException;
import io.labrun.run.tar.TarWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Adds the files of a folder to an archive; links stay links, sockets and the like are no files.
 */
final class ContextFiles extends SimpleFileVisitor<Path> {
  /** Beyond this a folder was hardly meant: a home folder, say, or a disk. */
  static final long MOST_BYTES = 2L << 30;

  static final int MOST_FILES = 100_000;

  private final Path root;
  private final IgnoreRules rules;
  private final TarWriter tar;
  private final Predicate<String> leftOut;
  private long bytes;
  private int files;

  ContextFiles(Path root, IgnoreRules rules, TarWriter tar, Predicate<String> leftOut) {
    this.root = root;
    this.rules = rules;
    this.tar = tar;
    this.leftOut = leftOut;
  }

  /** Adds them all. */
  void add() throws IOException {
    Files.walkFileTree(root, this);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
      throws IOException {
    if (folder.equals(root)) {
      return FileVisitResult.CONTINUE;
    }
    if (rules.leavesOut(name(folder))) {
      return rules.takesBack() ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }
    count(0);
    tar.changedAt(attributes.lastModifiedTime().to(TimeUnit.SECONDS));
    tar.folder(name(folder), mode(folder));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String name = name(file);
    if (rules.leavesOut(name) || leftOut.test(name)) {
      return FileVisitResult.CONTINUE;
    }
    tar.changedAt(attributes.lastModifiedTime().to(TimeUnit.SECONDS));
    if (attributes.isSymbolicLink()) {
      count(0);
      tar.link(name, Files.readSymbolicLink(file).toString());
    } else if (attributes.isRegularFile()) {
      count(attributes.size());
      try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        tar.file(name, content, attributes.size(), mode(file));
      } catch (AccessDeniedException e) {
        throw unreadable(file);
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) {
    if (rules.leavesOut(name(file))) {
      return FileVisitResult.CONTINUE;
    }
    throw unreadable(file);
  }

  private void count(long size) {
    bytes += size;
    files++;
    if (bytes > MOST_BYTES || files > MOST_FILES) {
      throw ProblemException.lasting(
          Problem.of(
                  "the folder to build from has more than %s"
                      .formatted(bytes > MOST_BYTES ? "2 GiB" : MOST_FILES + " files"))
              .help(
                  "is `context` the right folder? A file .dockerignore leaves out what no step needs"));
    }
  }

  private ProblemException unreadable(Path file) {
    return ProblemException.lasting(
        Problem.of("you may not read `" + name(file) + "`, and the build would get it")
            .help("a file .dockerignore leaves out what no step needs"));
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static int mode(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:mode") & 07777;
  }
}
