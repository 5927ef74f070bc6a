package io.labrun.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.labrun.load.schema.FlowYaml;
import io.labrun.load.schema.SchemaDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words that the schema describes: checks, actions, operators, and the keys of every part. */
final class SchemaTopics {
  private static final String SCENARIO = "scenario";

  private final SchemaDocument document = SchemaDocument.load();
  private final Forms forms = new Forms(document);
  private final Map<String, List<Topic>> keys = new LinkedHashMap<>();

  SchemaTopics() {
    visit(SCENARIO, document.root());
  }

  /** The checks. */
  List<Topic> checks() {
    JsonNode assertion = definition("assertion");
    return document.checks().stream()
        .map(check -> topic(Kind.CHECK, "check", check, assertion.path("properties").path(check)))
        .toList();
  }

  /** The actions. */
  List<Topic> actions() {
    return all(Kind.ACTION, "action", definition("action"));
  }

  /** The operators of matchers. */
  List<Topic> operators() {
    return all(Kind.OPERATOR, "operator", definition("operators"));
  }

  /** The keys of each part of a scenario, the scenario itself first. */
  Map<String, List<Topic>> keys() {
    return keys;
  }

  private JsonNode definition(String name) {
    return document.root().path("$defs").path(name);
  }

  private List<Topic> all(Kind kind, String home, JsonNode schema) {
    List<Topic> out = new ArrayList<>();
    List<String> required = Forms.texts(schema.path("required"));
    schema
        .path("properties")
        .properties()
        .forEach(
            key -> {
              boolean isCheck =
                  home.equals("assertion") && document.checks().contains(key.getKey());
              if (!isCheck) {
                boolean must = required.contains(key.getKey());
                out.add(topic(kind, home, key.getKey(), key.getValue(), must));
              }
            });
    return out;
  }

  private Topic topic(Kind kind, String home, String name, JsonNode schema) {
    return topic(kind, home, name, schema, false);
  }

  private Topic topic(Kind kind, String home, String name, JsonNode schema, boolean required) {
    JsonNode inner = inner(schema);
    return new Topic(
        kind,
        home,
        name,
        schema.path("title").asText(),
        schema.path("description").asText(),
        forms.of(schema),
        required,
        kind == Kind.CHECK ? expected(name) : value(document.find(schema, "default")),
        all(Kind.KEY, home(name, schema), inner),
        kind == Kind.CHECK ? all(Kind.FIELD, name, result(name)) : List.of(),
        samples(schema),
        Optional.of(schema.path("x-labrun-example").asText()).filter(file -> !file.isEmpty()));
  }

  private JsonNode result(String check) {
    JsonNode depends = definition("assertion").path("dependentSchemas").path(check);
    JsonNode expect = depends.path("properties").path("expect");
    JsonNode fields = document.find(expect, "properties");
    return fields.isMissingNode() ? fields : parent(expect);
  }

  private JsonNode parent(JsonNode schema) {
    return document.withRefs(schema).stream()
        .filter(part -> part.has("properties"))
        .findFirst()
        .orElse(schema);
  }

  /** What is expected where nothing is said: the default of the check's result. */
  private Optional<String> expected(String check) {
    JsonNode depends = definition("assertion").path("dependentSchemas").path(check);
    return value(document.find(depends.path("properties").path("expect"), "default"));
  }

  private static Optional<String> value(JsonNode node) {
    return node.isMissingNode()
        ? Optional.empty()
        : Optional.of(node.isTextual() ? node.textValue() : FlowYaml.write(node));
  }

  private static List<String> samples(JsonNode schema) {
    List<String> out = new ArrayList<>();
    schema.path("examples").forEach(example -> out.add(FlowYaml.write(example)));
    return out;
  }

  private void visit(String home, JsonNode schema) {
    if (keys.containsKey(home)) {
      return;
    }
    keys.put(home, List.of());
    keys.put(home, all(Kind.KEY, home, schema));
    for (Map.Entry<String, JsonNode> key : schema.path("properties").properties()) {
      JsonNode inner = inner(key.getValue());
      if (inner.has("properties")) {
        visit(home(key.getKey(), key.getValue()), inner);
      }
    }
  }

  /** Where the keys below a key live: under {@code containers} it is {@code container}. */
  private String home(String key, JsonNode schema) {
    String one = key.replaceFirst("s$", "");
    return definition(one) == inner(schema) ? one : key;
  }

  /**
   * The schema with the keys that may stand below: of the value itself, its items or its values.
   */
  private JsonNode inner(JsonNode schema) {
    if (isChoice(schema)) {
      return document.find(schema, "there are no keys");
    }
    JsonNode own = parent(schema);
    if (own.has("properties")) {
      return own;
    }
    for (String way : List.of("then", "items", "additionalProperties")) {
      JsonNode next = document.find(schema, way);
      if (next.isObject() && inner(next).has("properties")) {
        return inner(next);
      }
    }
    return document.find(schema, "there are no keys");
  }

  /** Whether its keys are words with a section of their own: actions, operators. */
  private boolean isChoice(JsonNode schema) {
    return document.withRefs(schema).stream()
        .map(part -> part.path("x-labrun-kind").asText())
        .anyMatch(kind -> kind.equals("action") || kind.equals("matcher"));
  }
}
