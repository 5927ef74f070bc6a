package io.labrun.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.scenario.LocalText;
import io.labrun.scenario.Scenario;
import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of the shipped scenarios, and of their changes, without an engine. */
final class LessonsTest {
  private static final Path CHANGES = Path.of("src/test/resources/lessons");

  static List<Path> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void is_without_mistakes_and_so_are_its_changes(Path file) {
    Lesson lesson = lesson(file);
    List<String> mistakes = new ArrayList<>(mistakes(load(lesson, lesson.text())));
    for (Change change : lesson.changes()) {
      LoadResult changed = load(lesson, change.applyTo(lesson.text()));
      mistakes(changed).forEach(mistake -> mistakes.add(change.name() + ": " + mistake));
    }
    assertEquals(List.of(), mistakes);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void is_called_as_its_file_and_written_for_readers_of_both_languages(Path file) {
    Scenario scenario = load(lesson(file), lesson(file).text()).scenario().orElseThrow();
    assertEquals(file.getFileName().toString(), scenario.name().name() + ".yaml");
    for (LocalText text : List.of(scenario.title(), scenario.description())) {
      assertEquals(Set.of("en", "ru"), text.byLanguage().keySet());
      assertTrue(text.byLanguage().get("ru").matches("(?s).*[а-яё].*"));
      assertFalse(text.byLanguage().get("en").matches("(?s).*[а-яё].*"));
    }
  }

  private static Lesson lesson(Path file) {
    return Lesson.of(file, CHANGES.resolve(file.getFileName()));
  }

  private static LoadResult load(Lesson lesson, String text) {
    SourceText source = new SourceText(lesson.file().toString(), text);
    return new ScenarioLoader().load(source, Given.of(lesson.set()));
  }

  private static List<String> mistakes(LoadResult result) {
    return result.diagnostics().stream().map(Diagnostic::message).toList();
  }
}
