package io.labrun.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.labrun.run.action.Action;
import io.labrun.run.action.Actions;
import io.labrun.run.check.Check;
import io.labrun.run.check.Checks;
import io.labrun.run.engine.Tree;
import io.labrun.run.match.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema and the code know the same checks and actions. */
final class KindsTest {

  @Test
  void the_checks_are_those_of_the_schema() throws Exception {
    Set<String> ours = new TreeSet<>();
    Checks.all().stream().map(Check::kind).forEach(ours::add);
    Set<String> theirs = new TreeSet<>();
    for (Tree one : schema().items("$defs", "assertion", "oneOf")) {
      ((List<?>) one.at("required").get()).forEach(word -> theirs.add(word.toString()));
    }
    assertEquals(theirs, ours);
  }

  @Test
  void the_actions_are_those_of_the_schema() throws Exception {
    Set<String> ours = new TreeSet<>();
    Actions.all().stream().map(Action::kind).forEach(ours::add);
    Set<String> theirs = new TreeSet<>();
    Object properties = schema().at("$defs", "action", "properties").get();
    ((Map<?, ?>) properties).keySet().forEach(word -> theirs.add(word.toString()));
    assertEquals(theirs, ours);
  }

  private static Tree schema() throws Exception {
    return new Tree(JsonText.parse(Files.readString(Path.of("schema/scenario.schema.json"))));
  }
}
