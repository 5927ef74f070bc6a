package io.labrun.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where a path leads once every link and every {@code ..} on the way is followed.
 *
 * <p>Unlike {@link Path#toRealPath} it follows what does not exist yet, a link to nothing too: the
 * engine would make the folder there.
 */
public final class RealPath {
  /** As many as Linux follows before it calls it a loop. */
  private static final int MOST_LINKS = 40;

  private final Deque<Path> ahead = new ArrayDeque<>();
  private Path reached;
  private int links;

  private RealPath(Path whole) {
    this.reached = whole.getRoot();
    push(whole);
  }

  /**
   * The end of a whole path. A link that cannot be read might lead anywhere, so it counts as one to
   * the root of all files; so does a loop.
   */
  public static Path of(Path whole) {
    return new RealPath(whole.toAbsolutePath()).follow();
  }

  private Path follow() {
    while (!ahead.isEmpty()) {
      step(ahead.pop());
    }
    return asOnDisk(reached);
  }

  private void step(Path name) {
    String word = name.toString();
    if (word.equals("..")) {
      reached = reached.getParent() == null ? reached : reached.getParent();
    } else if (!word.equals(".") && !word.isEmpty()) {
      Path next = reached.resolve(name);
      if (Files.isSymbolicLink(next)) {
        enter(next);
      } else {
        reached = next;
      }
    }
  }

  private void enter(Path link) {
    try {
      Path target = ++links > MOST_LINKS ? link.getRoot() : Files.readSymbolicLink(link);
      reached = target.isAbsolute() ? target.getRoot() : reached;
      push(target);
    } catch (IOException e) {
      reached = link.getRoot();
    }
  }

  private void push(Path path) {
    for (int i = path.getNameCount() - 1; i >= 0; i--) {
      ahead.push(path.getName(i));
    }
  }

  /** Some file systems know a file under names in small and capital letters. */
  private static Path asOnDisk(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
