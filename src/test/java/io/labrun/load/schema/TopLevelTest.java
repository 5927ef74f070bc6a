package io.labrun.load.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The keys by which a scenario is told from other YAML are those of the schema. */
final class TopLevelTest {
  @Test
  void the_keys_are_those_of_the_schema() {
    TreeSet<String> schema = new TreeSet<>();
    SchemaDocument.load().root().get("properties").fieldNames().forEachRemaining(schema::add);
    assertEquals(schema, new TreeSet<>(TopLevel.ALL));
    assertTrue(TopLevel.ALL.containsAll(TopLevel.OWN));
  }
}
