package io.labrun.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern of file names that no shell has expanded.
 *
 * <p>As in bash: {@code *} and {@code ?} stand for characters of one name, {@code [a-c]} for one of
 * some, {@code {a,b}} for either; {@code **} alone stands for any folders, or none. A name that
 * begins with a dot must be written with it. Through {@code **} no links are followed.
 */
final class Glob {
  private static final String ANY_FOLDERS = "**";

  private final Path base;
  private final List<String> names;
  private final Collection<Path> found = new TreeSet<>();

  private Glob(Path base, List<String> names) {
    this.base = base;
    this.names = names;
  }

  /** Whether a word has any of the signs. */
  static boolean isOne(String word) {
    return word.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  /** The files and folders that match, by name. */
  static Collection<Path> find(String pattern) {
    List<String> names = new ArrayList<>(List.of(pattern.split("/+")));
    Path base = Path.of(pattern.startsWith("/") ? "/" : "");
    while (names.size() > 1 && !isOne(names.get(0))) {
      base = base.resolve(names.remove(0));
    }
    if (names.get(names.size() - 1).equals(ANY_FOLDERS)) {
      names.add("*");
    }
    Glob glob = new Glob(base, names);
    glob.match(base, 0);
    return glob.found;
  }

  private void match(Path folder, int index) {
    if (index == names.size()) {
      found.add(folder);
      return;
    }
    String name = names.get(index);
    if (name.equals(ANY_FOLDERS)) {
      match(folder, index + 1);
      children(folder, "*").stream()
          .filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
          .forEach(child -> match(child, index));
    } else if (!isOne(name)) {
      Path next = folder.resolve(name);
      if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
        match(next, index + 1);
      }
    } else {
      children(folder, name).forEach(child -> match(child, index + 1));
    }
  }

  private List<Path> children(Path folder, String pattern) {
    List<Path> out = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return out;
    }
    PathMatcher matcher = matcher(pattern);
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path child : all) {
        boolean shown = pattern.startsWith(".") || !FolderWalk.isHidden(child);
        if (shown && matcher.matches(child.getFileName())) {
          out.add(folder.resolve(child.getFileName()));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      found.add(folder);
    }
    return out;
  }

  /** What a text matches as a whole that may be no name of a file, such as one with a NUL. */
  static Predicate<String> text(String pattern) {
    PathMatcher matcher = matcher(pattern);
    return text -> {
      try {
        return matcher.matches(Path.of(text));
      } catch (InvalidPathException e) {
        return false;
      }
    };
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new UseException("`" + pattern + "` is no pattern: " + e.getDescription());
    }
  }
}
