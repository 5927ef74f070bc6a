package io.labrun.grade;

import io.labrun.files.RealPath;
import io.labrun.scenario.Named;
import io.labrun.scenario.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A scenario against which submissions are graded.
 *
 * @param file where it is
 * @param scenario what it says
 * @param files the paths beside it that it names, as it writes them
 */
public record Exercise(Path file, Scenario scenario, List<String> files) {

  /** The folder it lies in, with the teacher's own solution; links followed. */
  public Path folder() {
    return RealPath.of(file.toAbsolutePath().normalize().getParent());
  }

  /** What is handed in, as it is written. */
  List<String> wanted() {
    return scenario.submission().stream().map(Named::name).toList();
  }

  /** Whether a path is handed in, or lies in a folder that is. */
  boolean isHandedIn(Path relative) {
    return wanted().stream().anyMatch(relative::startsWith);
  }

  /** Whether all that is to be handed in lies in the folder: a solution by which it is tried. */
  public boolean hasSolution() {
    return wanted().stream().allMatch(name -> Files.exists(folder().resolve(name)));
  }
}
