package io.labrun.grade;

import io.labrun.event.Leftover;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The copies of submissions that a labrun made which was killed meanwhile. */
public final class AbandonedDesks {
  /** A folder without an owner is that young only while it is being made. */
  private static final Duration BEING_MADE = Duration.ofMinutes(1);

  private AbandonedDesks() {}

  /**
   * The folders of this user that nobody needs any more; those of others are never looked into.
   *
   * @param parent where temporary files are
   * @param isAlive whether the process may still run that an owner's label names
   */
  public static List<Path> find(Path parent, Predicate<String> isAlive) {
    List<Path> out = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, Desk.PREFIX + "*")) {
      List<Path> all = new ArrayList<>();
      found.forEach(all::add);
      if (!all.isEmpty()) {
        UserPrincipal self = self(parent);
        all.stream().filter(folder -> isAbandoned(folder, self, isAlive)).forEach(out::add);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Where nobody may look or write nothing of ours is.
    }
    return out;
  }

  /** Removes one; what could not be, and why, if so. */
  public static Optional<Leftover> remove(Path folder) {
    try {
      new TreeRemoval(folder).remove();
      return Optional.empty();
    } catch (IOException | DirectoryIteratorException e) {
      return Optional.of(Desk.leftover(folder, e));
    }
  }

  private static UserPrincipal self(Path parent) throws IOException {
    Path own = Files.createTempFile(parent, "labrun", null);
    try {
      return Files.getOwner(own);
    } finally {
      Files.delete(own);
    }
  }

  private static boolean isAbandoned(Path folder, UserPrincipal self, Predicate<String> isAlive) {
    try {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(self)
          && isAbandoned(folder, isAlive);
    } catch (IOException e) {
      return false; // Its labrun has removed it at this moment.
    }
  }

  private static boolean isAbandoned(Path folder, Predicate<String> isAlive) throws IOException {
    Path note = folder.resolve(Desk.OWNER);
    String owner =
        Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS) ? Files.readString(note) : "";
    if (!owner.isEmpty()) {
      return !isAlive.test(owner);
    }
    Instant made = Files.getLastModifiedTime(folder, LinkOption.NOFOLLOW_LINKS).toInstant();
    return made.isBefore(Instant.now().minus(BEING_MADE));
  }
}
