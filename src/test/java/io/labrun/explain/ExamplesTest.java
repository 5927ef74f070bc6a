package io.labrun.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.labrun.load.LoadResult;
import io.labrun.load.ScenarioLoader;
import io.labrun.load.vars.Given;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Scenario;
import io.labrun.source.Diagnostic;
import io.labrun.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every check, action and operator has a whole scenario that shows it. */
final class ExamplesTest {
  private static final Path FOLDER = Path.of("src/main/resources/examples");
  private static final ScenarioLoader LOADER = new ScenarioLoader();

  /** Checks, actions and operators. */
  private static List<Topic> topics() {
    return new Reference(List.of())
        .topics()
        .filter(topic -> Set.of(Kind.CHECK, Kind.ACTION, Kind.OPERATOR).contains(topic.kind()))
        .toList();
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".yaml", ""))
          .sorted()
          .toList();
    }
  }

  @Test
  void each_has_an_example_that_uses_it() {
    for (Topic topic : topics()) {
      assertTrue(
          topic.example().isPresent(),
          () ->
              "`%s` needs an example: a scenario that uses it in %s/NAME.yaml, and in the schema"
                      .formatted(topic.qualified(), FOLDER)
                  + " \"x-labrun-example\": \"NAME\" beside its description");
      String name = topic.example().get();
      assertTrue(
          used(topic.kind(), scenario(name)).contains(topic.name()),
          () -> "the example `" + name + "` does not use the " + topic.qualified());
    }
  }

  @Test
  void every_example_belongs_to_a_word() throws IOException {
    Set<String> named =
        topics().stream()
            .flatMap(topic -> topic.example().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(named, new TreeSet<>(files()));
  }

  @Test
  void every_example_is_valid_and_has_no_wide_lines() throws IOException {
    for (String name : files()) {
      Scenario scenario = scenario(name);
      assertEquals("example-" + name, scenario.name().name());
      List<String> wide = Examples.read(name).lines().filter(line -> line.length() > 100).toList();
      assertEquals(List.of(), wide, name);
    }
  }

  /** An example, which must have no mistakes. */
  static Scenario scenario(String name) {
    LoadResult result =
        LOADER.load(new SourceText(name + ".yaml", Examples.read(name)), Given.NOTHING);
    List<String> mistakes = result.diagnostics().stream().map(Diagnostic::message).toList();
    assertEquals(List.of(), mistakes, name);
    return result.scenario().orElseThrow();
  }

  private static Set<String> used(Kind kind, Scenario scenario) {
    Set<String> out = new HashSet<>();
    for (Assertion assertion : scenario.assertions()) {
      if (kind == Kind.CHECK) {
        out.add(assertion.check().kind());
      } else if (kind == Kind.ACTION) {
        assertion.actions().forEach(action -> out.add(action.kind()));
      } else {
        assertion.expect().ifPresent(expected -> out.addAll(Written.keys(expected)));
      }
    }
    return out;
  }
}
