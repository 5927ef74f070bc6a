package io.labrun.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.labrun.load.vars.Given;
import io.labrun.source.Diagnostic;
import io.labrun.source.DiagnosticText;
import io.labrun.source.SourceText;
import io.labrun.source.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mistake that a scenario can have, exactly as it is shown.
 *
 * <p>A case is two files: {@code NAME.yaml}, and {@code NAME.txt} with the mistakes that must be
 * found in it. Lines {@code # --set name=value} at the beginning of a scenario give variables. With
 * {@code -Dgolden.update=true} the texts are written anew, and the test fails all the same: read
 * them before you commit them.
 */
final class LoadGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/load");
  private static final String SET = "# --set ";
  private static final int LEAST_CASES = 60;

  private static final ScenarioLoader LOADER = new ScenarioLoader();

  static List<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void says_what_is_wrong(String name) throws IOException {
    LoadResult result = load(name);
    assertFalse(result.diagnostics().isEmpty(), "a golden case needs a mistake");
    assertTrue(result.scenario().isEmpty());
    Path golden = FOLDER.resolve(name + ".txt");
    String actual = shown(result);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, actual);
      fail("written anew: " + golden);
    }
    assertEquals(Files.readString(golden), actual);
  }

  @Test
  void there_are_enough_of_them() throws IOException {
    assertTrue(cases().size() >= LEAST_CASES);
  }

  @Test
  void every_text_belongs_to_a_scenario() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      long lonely =
          files
              .map(Path::toString)
              .filter(name -> name.endsWith(".txt"))
              .filter(name -> !Files.exists(Path.of(name.replaceAll("\\.txt$", ".yaml"))))
              .count();
      assertEquals(0, lonely);
    }
  }

  private static LoadResult load(String name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name + ".yaml"));
    Map<String, String> set = new LinkedHashMap<>();
    text.lines()
        .takeWhile(line -> line.startsWith(SET))
        .map(line -> line.substring(SET.length()).split("=", 2))
        .forEach(pair -> set.put(pair[0], pair[1]));
    Given given = new Given(set, variable -> Optional.empty());
    return LOADER.load(new SourceText(name + ".yaml", text), given);
  }

  private static String shown(LoadResult result) {
    DiagnosticText text = new DiagnosticText(Theme.PLAIN);
    return result.diagnostics().stream()
        .map((Diagnostic diagnostic) -> String.join("\n", text.render(diagnostic)) + "\n")
        .collect(Collectors.joining("\n"));
  }
}
