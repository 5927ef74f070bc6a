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
