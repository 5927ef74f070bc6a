package io.labrun.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The scenario files that a command works on. */
final class FilesParameter {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description =
          "Scenario files, folders of them, or patterns in quotes such as 'labs/**/*.yaml'; - is"
              + " standard input.")
  private List<String> files = new ArrayList<>();

  /** What was named, as it was named, as far as that can be the name of a file. */
  List<Path> named() {
    List<Path> out = new ArrayList<>();
    for (String name : files) {
      try {
        out.add(Path.of(name));
      } catch (InvalidPathException e) {
        continue; // Whoever looks for it says so.
      }
    }
    return out;
  }

  /** The files, those of folders too. */
  Found find() {
    return ScenarioFiles.find(files);
  }
}
