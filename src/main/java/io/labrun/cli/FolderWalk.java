package io.labrun.cli;

import io.labrun.files.RealPath;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Looks for YAML files in a folder and below. Links to folders are not followed, so that no link
 * leads in circles or out of the folder.
 */
final class FolderWalk implements FileVisitor<Path> {
  private static final Set<String> VERSION_CONTROL = Set.of(".git", ".hg", ".svn");
  private static final int MOST_NAMES = 8;

  private final Path start;
  private final Path real;
  private final List<Path> files = new ArrayList<>();
  private final List<Path> hidden = new ArrayList<>();
  private final List<Path> passed = new ArrayList<>();
  private Path within;

  private FolderWalk(Path start) {
    this.start = start;
    this.real = RealPath.of(start);
  }

  /** Walks through a folder, which may be named by a link. */
  static FolderWalk of(Path folder) throws IOException {
    FolderWalk walk = new FolderWalk(folder);
    Files.walkFileTree(Files.isSymbolicLink(folder) ? folder.resolve(".") : folder, walk);
    return walk;
  }

  /** Whether a file's name says that it is YAML. */
  static boolean isYaml(Path path) {
    String name = name(path);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /** Whether a name is hidden. */
  static boolean isHidden(Path path) {
    return name(path).startsWith(".");
  }

  private static String name(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }

  /**
   * YAML files, by name; among them folders that cannot be looked into, as a scenario may be there.
   */
  List<Path> files() {
    return files.stream().map(this::named).sorted().toList();
  }

  /** What was met and not looked at, in lines. */
  List<String> told() {
    List<String> out = new ArrayList<>();
    line(out, hidden, " (hidden; to look at it all the same, name it)");
    line(out, passed, " (a link to a folder elsewhere, or no file)");
    return out;
  }

  private void line(List<String> out, List<Path> paths, String why) {
    if (!paths.isEmpty()) {
      List<String> names = paths.stream().map(p -> named(p).toString()).sorted().toList();
      int left = names.size() - MOST_NAMES;
      String list = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
      out.add("not looked at: " + list + (left > 0 ? " and " + left + " more" : "") + why);
    }
  }

  /**
   * The name as the user would write it: the dot behind a link is ours, one before adds nothing.
   */
  private Path named(Path path) {
    Path dot = start.resolve(".");
    if (start.equals(Path.of("."))) {
      return start.relativize(path);
    }
    return path.startsWith(dot) && !start.toString().isEmpty()
        ? start.resolve(dot.relativize(path))
        : path;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean top = within == null && !isStart(folder) && isHidden(folder);
    boolean known = within != null && hidden.contains(within);
    if (known || top && VERSION_CONTROL.contains(name(folder))) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (top) {
      within = folder;
    }
    return FileVisitResult.CONTINUE;
  }

  private boolean isStart(Path folder) {
    return folder.equals(start) || folder.equals(start.resolve("."));
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (within != null) {
      return inHidden(file);
    }
    boolean link = attributes.isSymbolicLink();
    if (link && Files.isDirectory(file)) {
      if (!RealPath.of(file).startsWith(real)) {
        passed.add(file);
      }
    } else if (isYaml(file) && isHidden(file)) {
      hidden.add(file);
    } else if (isYaml(file)) {
      boolean readable = attributes.isRegularFile() || link && !isSpecial(file);
      (readable ? files : passed).add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  /** One file is enough to say that there is something in a hidden folder. */
  private FileVisitResult inHidden(Path file) {
    if (!isYaml(file)) {
      return FileVisitResult.CONTINUE;
    }
    if (!hidden.contains(within)) {
      hidden.add(within);
    }
    return FileVisitResult.SKIP_SIBLINGS;
  }

  /** To read a pipe would wait for somebody to write. */
  private static boolean isSpecial(Path link) {
    return Files.exists(link) && !Files.isRegularFile(link);
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    return unreadable(file, e);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, IOException e) {
    if (folder.equals(within)) {
      within = null;
    }
    return e == null ? FileVisitResult.CONTINUE : unreadable(folder, e);
  }

  private FileVisitResult unreadable(Path path, IOException e) {
    if (within == null && !(e instanceof NoSuchFileException)) {
      files.add(path);
    }
    return FileVisitResult.CONTINUE;
  }
}
