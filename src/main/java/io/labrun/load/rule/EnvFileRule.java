package io.labrun.load.rule;

import io.labrun.scenario.Data;
import io.labrun.scenario.Resource;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.EnvFile;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A file of environment variables is there, if it must be, and every line of it can be read. */
final class EnvFileRule implements Rule {
  @Override
  public void check(Draft draft, Consumer<Diagnostic> report) {
    for (Resource container : draft.workloads()) {
      for (Data item : new View(container.body(), TextResolver.AS_WRITTEN).items("env_file")) {
        Optional<Data> path =
            item instanceof Data.Mapping map ? map.get("path") : Optional.of(item);
        boolean optional =
            item instanceof Data.Mapping map
                && new View(map, TextResolver.AS_WRITTEN)
                    .text("required")
                    .filter("false"::equals)
                    .isPresent();
        path.filter(draft::isKnown).ifPresent(p -> check(draft, p, optional, report));
      }
    }
  }

  private static void check(Draft draft, Data path, boolean optional, Consumer<Diagnostic> report) {
    String written = Nets.written(path);
    Path file = Beside.of(draft, written);
    if (!Files.exists(file)) {
      if (!optional) {
        report.accept(
            Diagnostic.at(path.span(), "no-file", "there is no file `" + written + "`")
                .help(
                    "It is looked for beside the scenario's file.",
                    "Is it not always there? `env_file: [{path: "
                        + written
                        + ", required: false}]`"));
      }
      return;
    }
    if (isBeside(draft, file)) {
      read(path, written, file, report);
    }
  }

  private static void read(Data path, String written, Path file, Consumer<Diagnostic> report) {
    if (!Files.isRegularFile(file)) {
      report.accept(
          Diagnostic.at(path.span(), "unreadable-file", "`" + written + "` is no file to read"));
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(EnvFile.MOST_BYTES + 1);
      if (bytes.length > EnvFile.MOST_BYTES) {
        report.accept(
            Diagnostic.at(path.span(), "large-file", "`" + written + "` is larger than 1 MiB"));
        return;
      }
      SourceText text = new SourceText(written, new String(bytes, StandardCharsets.UTF_8));
      EnvFile.read(text, name -> Optional.empty()).mistakes().forEach(report);
    } catch (IOException e) {
      report.accept(
          Diagnostic.at(path.span(), "unreadable-file", "`" + written + "` cannot be read"));
    }
  }

  /** Of a file elsewhere no line is shown before somebody has allowed to read it. */
  private static boolean isBeside(Draft draft, Path file) {
    try {
      return file.toRealPath().startsWith(Beside.of(draft, ".").toRealPath());
    } catch (IOException e) {
      return false;
    }
  }
}
