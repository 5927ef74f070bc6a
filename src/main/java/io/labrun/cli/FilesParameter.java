package io.labrun.cli;

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

  /** The files, those of folders too. */
  Found find() {
    return ScenarioFiles.find(files);
  }
}
