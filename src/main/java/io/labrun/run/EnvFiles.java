package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.spec.EnvFile;
import io.labrun.scenario.spec.EnvFileSpec;
import io.labrun.source.SourceText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a container's files of environment variables when it is made. */
final class EnvFiles {
  private final Path folder;
  private final Map<String, String> outside;

  EnvFiles(Path folder, Map<String, String> outside) {
    this.folder = folder;
    this.outside = outside;
  }

  /** All variables; later files win, and a name without a value that nobody has is left out. */
  Map<String, String> read(List<EnvFileSpec> files) {
    Map<String, String> out = new LinkedHashMap<>();
    files.forEach(file -> read(file, out));
    return out;
  }

  private void read(EnvFileSpec spec, Map<String, String> out) {
    Path file = folder.resolve(spec.path());
    if (!spec.required() && !Files.exists(file)) {
      return;
    }
    EnvFile.Content content =
        EnvFile.read(
            new SourceText(spec.path(), text(file, spec)),
            name -> Optional.ofNullable(outside.get(name)));
    if (!content.mistakes().isEmpty()) {
      throw ProblemException.lasting(
          Problem.of("`" + spec.path() + "`: " + content.mistakes().get(0).message()));
    }
    content
        .values()
        .forEach(
            (name, value) ->
                value
                    .or(() -> Optional.ofNullable(outside.get(name)))
                    .ifPresent(text -> out.put(name, text)));
  }

  private static String text(Path file, EnvFileSpec spec) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw ProblemException.lasting(
          Problem.of("the file `" + spec.path() + "` can't be read: " + e.getMessage()));
    }
  }
}
