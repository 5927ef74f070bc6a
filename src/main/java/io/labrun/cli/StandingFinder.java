package io.labrun.cli;

import io.labrun.run.StandingRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the runs that the user means among those that stand. */
final class StandingFinder {
  private final List<StandingRun> runs;

  StandingFinder(List<StandingRun> runs) {
    this.runs = runs;
  }

  /** The runs of a file, maybe only the one with an id; empty where none stands. */
  List<StandingRun> ofFile(Path file, Optional<String> id) {
    String whole = file.toAbsolutePath().normalize().toString();
    return runs.stream()
        .filter(run -> run.file().equals(Optional.of(whole)))
        .filter(run -> id.isEmpty() || run.run().id().equals(id.get()))
        .toList();
  }

  /**
   * The one run of a file that is meant.
   *
   * @throws UseException if none stands, or several do and no id says which
   */
  StandingRun only(Path file, Optional<String> id) {
    List<StandingRun> found = ofFile(file, id);
    if (found.isEmpty()) {
      throw new UseException("nothing of `" + file + "` stands", "labrun up " + file);
    }
    if (found.size() > 1) {
      String ids = String.join(", ", found.stream().map(run -> run.run().id()).toList());
      throw new UseException("several runs of `" + file + "` stand", "--run ID: one of " + ids);
    }
    return found.get(0);
  }

  /**
   * The runs that a word names: a run by its whole name or its id, or a scenario's file.
   *
   * @throws UseException if it is neither
   */
  List<StandingRun> named(String word) {
    List<StandingRun> exact =
        runs.stream()
            .filter(run -> run.run().toString().equals(word) || run.run().id().equals(word))
            .toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    List<StandingRun> ofFile = ofFile(Path.of(word), Optional.empty());
    if (ofFile.isEmpty() && !Files.exists(Path.of(word))) {
      throw new UseException(
          "no run is called `" + word + "`, and there is no such file", "labrun ls");
    }
    return ofFile;
  }
}
