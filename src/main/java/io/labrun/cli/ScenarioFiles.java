package io.labrun.cli;

import io.labrun.files.FileFault;
import io.labrun.load.Glance;
import io.labrun.source.DidYouMean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the scenario files that the user means: files as named, of a folder and of what matches a
 * pattern those that are meant as scenarios.
 */
final class ScenarioFiles {
  private static final String YAML = "*.yaml or *.yml";

  private final List<Path> files = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();

  private ScenarioFiles() {}

  /**
   * The files, each once, in the order of the command line; those of a folder in the order of their
   * names. A file that is not there is among them: whoever reads it says so.
   *
   * @throws UseException if a folder or a pattern comes to nothing, or a word was meant as a
   *     command
   */
  static Found find(List<String> names) {
    ScenarioFiles all = new ScenarioFiles();
    names.forEach(all::add);
    return new Found(List.copyOf(all.files), List.copyOf(all.told));
  }

  private void add(String name) {
    Path path = path(name);
    if (path.equals(Found.INPUT)) {
      add(path);
    } else if (Files.isDirectory(path)) {
      folder(path);
    } else if (Glob.isOne(name) && !Files.exists(path)) {
      pattern(name);
    } else {
      refuseMistypedCommand(name, path);
      add(path);
    }
  }

  private void add(Path file) {
    if (seen.add(file.equals(Found.INPUT) ? file : file.toAbsolutePath().normalize())) {
      files.add(file);
    }
  }

  private static Path path(String name) {
    if (name.isEmpty()) {
      throw new UseException(
          "an empty text names no file", "if it stood for a variable in a script: that is not set");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UseException(
          "`" + name + "` cannot be the name of a file in the characters of this locale",
          "if it is UTF-8: LC_ALL=C.UTF-8 labrun ...");
    }
  }

  private void folder(Path folder) {
    FolderWalk walk = walk(folder);
    List<String> lines = new ArrayList<>(walk.told());
    int before = lines.size();
    boolean any = scenarios(walk.files(), lines);
    if (!any && lines.size() == before) {
      throw nothing("there is no " + YAML + " in the folder `" + folder + "`", lines);
    }
    if (!any) {
      throw nothing("there is no scenario in the folder `" + folder + "`", lines);
    }
    told.addAll(lines);
  }

  private void pattern(String pattern) {
    List<String> lines = new ArrayList<>();
    List<Path> found = new ArrayList<>();
    for (Path path : Glob.find(pattern)) {
      if (Files.isDirectory(path)) {
        FolderWalk walk = walk(path);
        found.addAll(walk.files());
        lines.addAll(walk.told());
      } else if (FolderWalk.isYaml(path)) {
        found.add(path);
      }
    }
    if (found.isEmpty()) {
      throw nothing("there is no " + YAML + " that matches `" + pattern + "`", lines);
    }
    if (!scenarios(found.stream().sorted().toList(), lines)) {
      throw nothing("there is no scenario that matches `" + pattern + "`", lines);
    }
    told.addAll(lines);
  }

  /** Adds those that are meant as scenarios, and a line for each other; whether there were any. */
  private boolean scenarios(List<Path> found, List<String> lines) {
    boolean any = false;
    for (Path file : found) {
      if (Files.isDirectory(file) || Glance.at(file).scenario()) {
        add(file);
        any = true;
      } else {
        lines.add("not a scenario: " + file + " (it has neither `assertions` nor `containers`)");
      }
    }
    return any;
  }

  private static UseException nothing(String message, List<String> lines) {
    List<String> shortly = new Found(List.of(), lines).shortly();
    return new UseException(message, shortly.toArray(String[]::new));
  }

  private static FolderWalk walk(Path folder) {
    try {
      return FolderWalk.of(folder);
    } catch (IOException e) {
      throw new UseException("the folder `" + folder + "` cannot be read: " + FileFault.reason(e));
    }
  }

  private static void refuseMistypedCommand(String name, Path path) {
    boolean bare = name.indexOf('.') < 0 && name.indexOf('/') < 0;
    if (!bare || Files.exists(path)) {
      return;
    }
    if (Commands.names().contains(name)) {
      throw new UseException(
          "the command `" + name + "` must come first", "labrun " + name + " --help");
    }
    Optional<String> meant = DidYouMean.nearest(name, Commands.names());
    if (meant.isPresent()) {
      throw new UseException(
          "there is no command, file or folder `" + name + "`",
          "did you mean `labrun " + meant.get() + "`?");
    }
  }
}
