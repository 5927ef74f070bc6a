package io.labrun.grade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds what students handed in: each folder of a folder is one submission. */
public final class Submissions {
  private Submissions() {}

  /** Whether a folder holds what one student hands in, and not a folder for each student. */
  public static boolean isOneStudents(Path folder, Exercise exercise) throws IOException {
    return holds(folder, exercise)
        && in(folder).stream().noneMatch(one -> holds(one.folder(), exercise));
  }

  private static boolean holds(Path folder, Exercise exercise) {
    return exercise.wanted().stream().allMatch(name -> Files.exists(folder.resolve(name)));
  }

  /**
   * All, by name, in the order of the letters whatever the language. What is no folder is among
   * them, so that nobody is passed over; hidden entries are not.
   *
   * @throws IOException if the folder can't be read
   */
  public static List<Submission> in(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(path -> new Submission(path.getFileName().toString(), path))
          .filter(submission -> !submission.name().startsWith("."))
          .sorted(Comparator.comparing(Submission::name))
          .toList();
    }
  }
}
