package io.labrun.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The scenario files that a command works on. */
final class FilesParameter {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|FOLDER",
      description = "Scenario files, or folders of them.")
  private List<String> files = new ArrayList<>();

  /** The files, those of folders too. */
  List<Path> find() {
    return ScenarioFiles.find(files);
  }
}
