package io.labrun.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.testbed.Readme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The matrix is whole, and the README shows it as it is. */
final class MatrixTest {
  private final Matrix matrix = Matrix.read();

  @Test
  void every_shipped_scenario_has_a_row() throws IOException {
    Set<String> shipped = new TreeSet<>();
    for (Path folder : Set.of(Path.of("scenarios"), Matrix.FOLDER)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".yaml") && !name.equals("matrix.yaml"))
            .forEach(name -> shipped.add(name.replace(".yaml", "")));
      }
    }
    assertEquals(shipped, new TreeSet<>(matrix.cells().keySet()));
    assertTrue(shipped.containsAll(matrix.quick()), matrix.quick().toString());
  }

  @Test
  void the_readme_shows_it() throws IOException {
    Readme.check("engines", "\n" + String.join("\n", matrix.table()) + "\n");
  }
}
