package io.labrun.load.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The schema explains itself to editors, and is what the code takes it for. */
final class SchemaTest {
  private static final SchemaDocument DOCUMENT = SchemaDocument.load();
  private static final JsonNode ROOT = DOCUMENT.root();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  /** Visits each key that the schema declares, with its path. */
  private static void keys(JsonNode node, String path, BiConsumer<String, JsonNode> visitor) {
    if (node.has("properties") && !path.endsWith("/across")) {
      for (Map.Entry<String, JsonNode> key : node.get("properties").properties()) {
        boolean inDependent = path.contains("dependentSchemas");
        if (!inDependent) {
          visitor.accept(path + "/" + key.getKey(), key.getValue());
        }
      }
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      if (child.getValue().isObject()) {
        keys(child.getValue(), path + "/" + child.getKey(), visitor);
      }
    }
  }

  @Test
  void every_key_has_a_title_a_description_and_examples() {
    List<String> poor = new ArrayList<>();
    keys(
        ROOT,
        "",
        (path, key) -> {
          boolean rich =
              key.path("title").isTextual()
                  && key.path("description").isTextual()
                  && key.path("examples").size() > 0;
          if (!rich) {
            poor.add(path);
          }
        });
    assertEquals(List.of(), poor);
  }

  @Test
  void every_example_is_allowed() {
    List<String> wrong = new ArrayList<>();
    keys(
        ROOT,
        "",
        (path, key) -> {
          ObjectNode alone = ((ObjectNode) key).deepCopy();
          alone.set("$defs", ROOT.get("$defs"));
          Schema schema = REGISTRY.getSchema(alone);
          for (JsonNode example : key.get("examples")) {
            schema
                .validate(example)
                .forEach(error -> wrong.add(path + " " + example + " " + error));
          }
        });
    assertEquals(List.of(), wrong);
  }

  @Test
  void it_is_a_schema() {
    Schema meta =
        REGISTRY.getSchema(com.networknt.schema.SchemaLocation.of(ROOT.get("$schema").textValue()));
    assertEquals(List.of(), meta.validate(ROOT.toString(), InputFormat.JSON));
  }

  @Test
  void the_list_of_operators_is_that_of_their_definitions() {
    assertEquals(
        DOCUMENT.operators(),
        ValueMistakes.texts(ROOT.path("$defs").path("operator").path("enum")));
  }

  @Test
  void every_check_has_what_depends_on_it() {
    JsonNode assertion = ROOT.path("$defs").path("assertion");
    assertTrue(DOCUMENT.checks().size() >= 7);
    for (String check : DOCUMENT.checks()) {
      assertTrue(assertion.path("properties").has(check), check);
      assertTrue(assertion.path("dependentSchemas").has(check), check);
    }
  }

  @Test
  void every_form_is_known() {
    Set<String> forms = new HashSet<>();
    ROOT.findValuesAsText("x-labrun-format").forEach(forms::add);
    forms.removeIf(form -> Format.of(form).isPresent());
    assertEquals(Set.of(), forms);
  }

  @Test
  void only_keywords_that_the_validator_was_given_are_used() {
    Set<String> used = new HashSet<>();
    collect(ROOT, used);
    assertEquals(Set.of(), used);
  }

  /** Keywords of draft 2020-12 that would be passed over in silence. */
  private static void collect(JsonNode node, Set<String> used) {
    Set<String> unsupported =
        Set.of(
            "allOf",
            "anyOf",
            "const",
            "prefixItems",
            "contains",
            "uniqueItems",
            "multipleOf",
            "dependentRequired",
            "unevaluatedProperties",
            "unevaluatedItems",
            "exclusiveMaximum",
            "format",
            "$dynamicRef",
            "$anchor",
            "maxLength");
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (Set.of("examples", "default").contains(entry.getKey())) {
        continue;
      }
      boolean isKeys = entry.getKey().equals("properties");
      if (unsupported.contains(entry.getKey())) {
        used.add(entry.getKey());
      }
      if (isKeys) {
        entry.getValue().forEach(child -> collect(child, used));
      } else {
        collect(entry.getValue(), used);
      }
    }
  }
}
