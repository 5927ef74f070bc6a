package io.labrun.run.action;

import io.labrun.event.Problem;
import io.labrun.run.lab.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Files beside a scenario. */
final class LocalFiles {
  private LocalFiles() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw ProblemException.lasting(Problem.of("there is no file " + file));
    } catch (IOException e) {
      throw ProblemException.lasting(
          Problem.of(file + " can't be read").details(List.of(String.valueOf(e.getMessage()))));
    }
  }
}
