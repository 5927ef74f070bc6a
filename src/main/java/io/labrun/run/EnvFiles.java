package io.labrun.run;

import io.labrun.event.Problem;
import io.labrun.run.lab.Lab;
import io.labrun.run.lab.LocalFiles;
import io.labrun.run.lab.ProblemException;
import io.labrun.scenario.spec.EnvFile;
import io.labrun.scenario.spec.EnvFileSpec;
import io.labrun.scenario.spec.ProcessSpec;
import io.labrun.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a container's files of environment variables when it is made. */
final class EnvFiles {
  private final LocalFiles local;
  private final Map<String, String> outside;

  EnvFiles(LocalFiles local, Map<String, String> outside) {
    this.local = local;
    this.outside = outside;
  }

  /**
   * All variables of a container with their values: those of its files, then its own. One without a
   * value is taken from our own environment, as Compose does; not by a file within limits, which a
   * student may have written.
   */
  static Map<String, String> variables(ProcessSpec process, Lab lab, RunSettings settings) {
    EnvFiles files =
        new EnvFiles(
            LocalFiles.of(lab.plan(), settings.folder()),
            settings.limits().isPresent() ? Map.of() : settings.environment());
    Map<String, String> out = new LinkedHashMap<>(files.read(process.envFiles()));
    process
        .environment()
        .forEach(
            (name, value) ->
                value
                    .or(() -> Optional.ofNullable(settings.environment().get(name)))
                    .ifPresent(text -> out.put(name, text)));
    return out;
  }

  /** All variables; later files win, and a name without a value that nobody has is left out. */
  Map<String, String> read(List<EnvFileSpec> files) {
    Map<String, String> out = new LinkedHashMap<>();
    files.forEach(file -> read(file, out));
    return out;
  }

  private void read(EnvFileSpec spec, Map<String, String> out) {
    if (!spec.required() && !Files.exists(local.real(spec.path()))) {
      return;
    }
    EnvFile.Content content =
        EnvFile.read(
            new SourceText(
                spec.path(), new String(local.read(spec.path()), StandardCharsets.UTF_8)),
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
}
