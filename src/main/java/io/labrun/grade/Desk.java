package io.labrun.grade;

import io.labrun.event.Leftover;
import io.labrun.files.RealPath;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder made for one submission: what the exercise names of the teacher's, and in the places of
 * what is handed in only the student's. Containers see and change these copies, never the
 * originals.
 */
final class Desk {
  /** How the name of its folder begins. */
  static final String PREFIX = "labrun-grade-";

  /** A file in that folder which says whose it is; no container sees it. */
  static final String OWNER = "owner";

  private static final FileAttribute<?> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path around;
  private final Path folder;

  private Desk(Path around) {
    this.around = around;
    this.folder = around.resolve("files");
  }

  /**
   * Lays everything out.
   *
   * @param submissions where all of them lie: no part of the exercise, even if it is there
   * @param most how many bytes the student's files may have
   * @param owner whose it is, as a label names it: should that process be killed, the desk is found
   *     again and removed
   * @throws IOException if there is no room, or a file can't be read
   */
  static Desk lay(
      Exercise exercise, Submission submission, Path submissions, long most, String owner)
      throws IOException {
    Desk desk = new Desk(Files.createTempDirectory(PREFIX));
    try {
      Files.writeString(desk.around.resolve(OWNER), owner);
      Files.createDirectory(desk.folder, PRIVATE);
      desk.teachers(exercise, RealPath.of(submissions));
      desk.students(exercise, submission, new AtomicLong(most));
      return desk;
    } catch (IOException | RuntimeException e) {
      desk.clear();
      throw e;
    }
  }

  private void teachers(Exercise exercise, Path submissions) throws IOException {
    Path root = exercise.folder();
    Path scenario = root.resolve(exercise.file().getFileName());
    for (String written : exercise.files()) {
      Optional<Path> relative = within(root, written);
      if (relative.isPresent() && !exercise.isHandedIn(relative.get())) {
        Path from = root.resolve(relative.get()).normalize();
        Path to = folder.resolve(relative.get()).normalize();
        if (Files.exists(from)) {
          Files.createDirectories(to.equals(folder) ? folder : to.getParent());
          new TreeCopy(
                  from,
                  to,
                  path ->
                      path.equals(scenario)
                          || exercise.isHandedIn(root.relativize(path))
                          || path.toAbsolutePath().startsWith(submissions)
                          || RealPath.of(path).startsWith(submissions))
              .copy();
        }
      }
    }
  }

  /** Nothing may lie in their places before: it would be graded instead. */
  private void students(Exercise exercise, Submission submission, AtomicLong room)
      throws IOException {
    List<Path> places = exercise.wanted().stream().map(Path::of).toList();
    for (Path place : places) {
      boolean inAnother =
          places.stream().anyMatch(other -> place.startsWith(other) && !place.equals(other));
      Path to = folder.resolve(place);
      if (!inAnother) {
        if (Files.exists(to)) {
          new TreeRemoval(to).remove();
        }
        Files.createDirectories(to.getParent());
        new TreeCopy(submission.folder().resolve(place), to, path -> false).students(room).copy();
      }
    }
  }

  private static Optional<Path> within(Path root, String written) {
    try {
      Path path = Path.of(written).normalize();
      boolean inside = !path.isAbsolute() && root.resolve(path).normalize().startsWith(root);
      return inside && !written.startsWith("~") ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Where relative paths of the scenario start. */
  Path folder() {
    return folder;
  }

  /**
   * How many bytes are there now: a container may have written to it.
   *
   * @param enough where the exact number is of no interest any more
   */
  long bytes(long enough) {
    return TreeSize.of(folder, enough);
  }

  /** What is said of a desk that could not be removed. */
  static Leftover leftover(Path around, Exception why) {
    return new Leftover("folder", around.toString(), String.valueOf(why.getMessage()));
  }

  /** Removes it; what could not be, and why, if so. */
  Optional<Leftover> clear() {
    try {
      new TreeRemoval(around).remove();
      return Optional.empty();
    } catch (IOException | DirectoryIteratorException e) {
      return Optional.of(leftover(around, e));
    }
  }
}
