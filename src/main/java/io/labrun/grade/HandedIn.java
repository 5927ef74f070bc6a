package io.labrun.grade;

import io.labrun.files.RealPath;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * Looks through what a student handed in before anything of it is used: files and folders, and
 * links that stay among them; nothing that leads elsewhere, waits for somebody to write, or is a
 * device.
 */
final class HandedIn extends SimpleFileVisitor<Path> {
  static final int MOST_FILES = 10_000;
  private static final long MEBIBYTE = 1L << 20;

  private final Path folder;
  private final long most;
  private List<Path> own = List.of();
  private long bytes;
  private int files;

  /**
   * A look at a folder.
   *
   * @param most how many bytes it may have
   */
  HandedIn(Path folder, long most) {
    this.folder = folder.toAbsolutePath().normalize();
    this.most = most;
  }

  /** Why it can't be used; empty if it can. */
  Optional<Refusal> look(List<String> wanted) {
    own = wanted.stream().map(folder::resolve).map(Path::normalize).toList();
    try {
      for (String name : wanted) {
        Path path = folder.resolve(name).normalize();
        way(path);
        kind(name, path);
        Files.walkFileTree(path, this);
      }
      return Optional.empty();
    } catch (Refusal.Thrown refused) {
      return Optional.of(refused.refusal());
    } catch (IOException e) {
      return Optional.of(Refusal.machines("it cannot be read: " + e.getMessage()));
    }
  }

  /** No link may stand on the way: it could lead to somebody else's. */
  private void way(Path path) {
    for (Path above = path; !above.equals(folder); above = above.getParent()) {
      if (Files.isSymbolicLink(above)) {
        throw students("`" + name(above) + "` is a link, and must be handed in itself");
      }
    }
  }

  private void kind(String wanted, Path path) {
    boolean folderWanted = wanted.endsWith("/");
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) != folderWanted) {
      throw students("`%s` is no %s".formatted(name(path), folderWanted ? "folder" : "file"));
    }
  }

  @Override
  public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
    if (!Files.isReadable(path)) {
      throw unreadable(path);
    }
    count(path, 0);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      link(path);
    } else if (!attributes.isRegularFile()) {
      throw students("`" + name(path) + "` is neither a file nor a folder");
    } else if (!Files.isReadable(path)) {
      throw unreadable(path);
    }
    count(path, attributes.isRegularFile() ? attributes.size() : 0);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException problem) {
    throw unreadable(path);
  }

  private void link(Path path) {
    try {
      Path target = Files.readSymbolicLink(path);
      Path end = RealPath.of(path);
      boolean stays =
          !target.isAbsolute() && own.stream().anyMatch(o -> end.startsWith(RealPath.of(o)));
      if (!stays) {
        throw students(
            "`%s` is a link to `%s`, out of what is handed in".formatted(name(path), target));
      }
    } catch (IOException e) {
      throw unreadable(path);
    }
  }

  /** A file with holes counts as large as whoever copies it would find it. */
  private void count(Path path, long size) {
    files++;
    bytes = bytes + size < 0 ? Long.MAX_VALUE : bytes + size;
    if (files > MOST_FILES) {
      throw students("it has more than %,d files".formatted(MOST_FILES).replace(',', ' '));
    }
    if (bytes > most) {
      throw students(
          "it is larger than the %d MiB that --disk gives, with `%s`"
              .formatted(most / MEBIBYTE, name(path)));
    }
  }

  private Refusal.Thrown unreadable(Path path) {
    return new Refusal.Thrown(Refusal.machines("you may not read `" + name(path) + "` of it"));
  }

  private static Refusal.Thrown students(String why) {
    return new Refusal.Thrown(Refusal.students(why));
  }

  private String name(Path path) {
    return folder.relativize(path.toAbsolutePath().normalize()).toString();
  }
}
