package io.labrun.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.labrun.load.schema.Format;
import io.labrun.load.schema.SchemaDocument;
import io.labrun.load.schema.TypeWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says in words what may stand where a schema applies. */
final class Forms {
  private static final Map<String, String> REFERENCES =
      Map.of(
          "container", "a container",
          "service", "a service",
          "task", "a service's task",
          "network", "a network",
          "volume", "a volume",
          "assertion", "the name of an assertion",
          "engine", "`engine`",
          "host", "a host",
          "address", "an address or host name");

  private static final Set<String> COLLECTIONS = Set.of("array", "object");

  private final SchemaDocument document;

  Forms(SchemaDocument document) {
    this.document = document;
  }

  /** What may stand there; empty where the schema does not say. */
  String of(JsonNode schema) {
    Optional<String> matched = matched(schema);
    if (matched.isPresent()) {
      return matched.get();
    }
    if (isAction(schema)) {
      return "an action";
    }
    List<String> choices = choices(schema);
    if (!choices.isEmpty()) {
      return TypeWords.either(choices);
    }
    List<String> types = texts(document.find(schema, "type"));
    List<String> items = choices(document.find(schema, "items"));
    if (types.equals(List.of("array")) && !items.isEmpty()) {
      return "a list of " + TypeWords.either(items);
    }
    List<String> named = named(schema);
    boolean scalar = types.isEmpty() || !COLLECTIONS.containsAll(types);
    if (named.isEmpty() || !scalar) {
      return TypeWords.of(types);
    }
    List<String> words = new ArrayList<>(named);
    if (types.contains("array")) {
      words.add("a list");
    }
    if (types.contains("object")) {
      words.add("a map");
    }
    return TypeWords.either(words);
  }

  private List<String> choices(JsonNode schema) {
    return texts(document.find(schema, "enum")).stream().map(word -> "`" + word + "`").toList();
  }

  private boolean isAction(JsonNode schema) {
    return document.withRefs(schema).stream()
        .anyMatch(part -> part.path("x-labrun-kind").asText().equals("action"));
  }

  private List<String> named(JsonNode schema) {
    List<String> references = texts(document.find(schema, "x-labrun-ref"));
    if (!references.isEmpty()) {
      return references.stream().map(kind -> REFERENCES.getOrDefault(kind, "a " + kind)).toList();
    }
    return Format.of(document.find(schema, "x-labrun-format").asText())
        .map(format -> List.of(format.noun()))
        .orElse(List.of());
  }

  /** Of a result's field: the definition {@code match_...} says what the value is. */
  private Optional<String> matched(JsonNode schema) {
    for (JsonNode part : document.withRefs(schema)) {
      String name = part.path("$ref").asText().replaceFirst(".*/", "");
      switch (name) {
        case "match_text":
          return Optional.of("a text");
        case "match_number":
          return Optional.of("a number");
        case "match_boolean":
          return Optional.of("true or false");
        case "match_duration":
          return Optional.of("a duration");
        case "match_list":
          return Optional.of("a list");
        case "match_map":
          return Optional.of("a map");
        case "matcher":
          return Optional.of("any value or operators");
        default:
      }
    }
    return Optional.empty();
  }

  static List<String> texts(JsonNode node) {
    List<String> out = new ArrayList<>();
    if (node.isTextual()) {
      out.add(node.textValue());
    }
    node.forEach(item -> out.add(item.asText()));
    return out;
  }
}
