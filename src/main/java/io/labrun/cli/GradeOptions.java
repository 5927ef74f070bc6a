package io.labrun.cli;

import io.labrun.files.FileFault;
import io.labrun.grade.Submission;
import io.labrun.grade.Submissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Options of what is graded. */
final class GradeOptions extends RunOptions {
  @Option(
      names = "--submissions",
      paramLabel = "DIR",
      description = "The folder with a folder for each student.")
  private Path folder;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      converter = CountConverter.class,
      description =
          "How many submissions are up at once on each engine; otherwise as with labrun run.")
  private Integer jobs;

  @Option(names = "--no-solution", description = "Do not try the exercise's own solution first.")
  private boolean noSolution;

  @Option(
      names = "--strict",
      description = "A submission that lacks points counts as an assertion that failed: status 1.")
  private boolean strict;

  /** The folder in which the submissions lie. */
  Path folder() {
    return folder;
  }

  /** How many submissions may be up at once; empty where the engine decides. */
  OptionalInt jobs() {
    return jobs == null ? OptionalInt.empty() : OptionalInt.of(jobs);
  }

  /** Whether the exercise's own solution is tried first. */
  boolean triesSolution() {
    return !noSolution;
  }

  /** Whether points that are missing change the exit status. */
  boolean strict() {
    return strict;
  }

  /**
   * What was handed in, by name.
   *
   * @throws UseException if nothing was, or it cannot be read
   */
  List<Submission> submissions() {
    if (folder == null) {
      throw new UseException(
          "--submissions is missing: where is what the students handed in?",
          "labrun grade EXERCISE --submissions DIR");
    }
    if (!Files.isDirectory(folder)) {
      throw new UseException("there is no folder `" + folder + "`");
    }
    try {
      List<Submission> found = Submissions.in(folder);
      if (found.isEmpty()) {
        throw new UseException(
            "nothing was handed in: the folder `" + folder + "` is empty",
            "It holds a folder for each student, such as " + folder.resolve("alice") + ".");
      }
      return found;
    } catch (IOException e) {
      throw new UseException("the folder `" + folder + "` cannot be read: " + FileFault.reason(e));
    }
  }
}
