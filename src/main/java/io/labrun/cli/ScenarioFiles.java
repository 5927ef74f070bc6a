package io.labrun.cli;

import io.labrun.source.DidYouMean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the scenario files that the user means: files as named, and all of a folder, by name. */
final class ScenarioFiles {
  private ScenarioFiles() {}

  /**
   * The files, each once, in the order of the command line; those of a folder in the order of their
   * names. A file that is not there is among them: whoever reads it says so.
   *
   * @throws UseException if a folder holds none, or a word was meant as a command
   */
  static List<Path> find(List<String> names) {
    Set<Path> out = new LinkedHashSet<>();
    for (String name : names) {
      Path path = path(name);
      if (Files.isDirectory(path)) {
        out.addAll(within(path));
      } else {
        refuseMistypedCommand(name, path);
        out.add(path);
      }
    }
    return List.copyOf(out);
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new UseException("`" + name + "` cannot be the name of a file");
    }
  }

  private static List<Path> within(Path folder) {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(ScenarioFiles::isScenario).sorted().forEach(found::add);
    } catch (IOException | UncheckedIOException e) {
      throw new UseException("the folder `" + folder + "` cannot be read: " + e.getMessage());
    }
    if (found.isEmpty()) {
      throw new UseException("there is no *.yaml or *.yml in the folder `" + folder + "`");
    }
    return found;
  }

  private static boolean isScenario(Path path) {
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    return yaml && !name.startsWith(".") && Files.isRegularFile(path);
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
