package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.labrun.load.schema.SchemaDocument;
import io.labrun.run.action.Action;
import io.labrun.run.action.Actions;
import io.labrun.run.check.Check;
import io.labrun.run.check.Checks;
import io.labrun.run.check.Finding;
import io.labrun.scenario.Assertion;
import io.labrun.scenario.Call;
import io.labrun.scenario.NotedKeys;
import io.labrun.testbed.Takes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Every check and action, carried out on the real engine, asks for just the arguments that the
 * schema allows, and gives just the fields that the schema promises.
 */
@Takes(seconds = 25)
final class KindsIT {
  private static final Path FOLDER = Path.of("src/test/resources/kinds");
  private static final JsonNode DEFINITIONS = SchemaDocument.load().root().path("$defs");

  private final NotedKeys noted = new NotedKeys();
  private RunningLab lab;

  @BeforeEach
  void setUp() throws IOException {
    lab = RunningLab.in(FOLDER, Files.readString(FOLDER.resolve("kinds.yaml")));
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void checks_take_and_give_what_the_schema_says() {
    for (Assertion assertion : assertions()) {
      Call check = assertion.check();
      for (Finding finding : lab.findings(assertion, noted.call(check))) {
        fields(check, finding);
      }
    }
    agree("assertion", Checks.all().stream().map(Check::kind));
  }

  @Test
  void actions_take_what_the_schema_says() {
    assertions().stream()
        .flatMap(assertion -> assertion.actions().stream())
        .forEach(action -> lab.act(noted.call(action)));
    agree("action", Actions.all().stream().map(Action::kind));
  }

  private List<Assertion> assertions() {
    return lab.lab.plan().scenario().assertions();
  }

  /** Each finding has all fields, also of what is not there. */
  private static void fields(Call check, Finding finding) {
    Set<String> promised = keys(DEFINITIONS.path(check.kind() + "_result"));
    if (!promised.isEmpty()) {
      Set<?> given = ((Map<?, ?>) finding.result()).keySet();
      assertEquals(promised, new TreeSet<>(given), check.kind() + " of " + finding.subject());
    }
  }

  private void agree(String home, Stream<String> kinds) {
    JsonNode places = DEFINITIONS.path(home).path("properties");
    assertAll(kinds.flatMap(kind -> agree(kind, places.path(kind))));
  }

  /** What is asked for at a path and below it, where the schema says which keys there are. */
  private Stream<Executable> agree(String path, JsonNode place) {
    JsonNode whole = place.has("$ref") ? DEFINITIONS.at(pointer(place)) : place;
    Set<String> allowed = keys(whole);
    if (allowed.isEmpty() || path.equals("attempt")) {
      return Stream.of();
    }
    Executable here = () -> assertEquals(allowed, noted.asked().get(path), path);
    Stream<Executable> below =
        allowed.stream()
            .flatMap(key -> agree(path + "." + key, whole.path("properties").path(key)));
    return Stream.concat(Stream.of(here), below);
  }

  private static String pointer(JsonNode place) {
    return place.path("$ref").textValue().substring("#/$defs".length());
  }

  private static Set<String> keys(JsonNode place) {
    return place.path("properties").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
