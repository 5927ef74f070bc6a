package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The schema as a document: its definitions, titles and annotations. */
public final class SchemaDocument {
  private static final String RESOURCE = "/schema/scenario.schema.json";

  private final JsonNode root;

  private SchemaDocument(JsonNode root) {
    this.root = root;
  }

  /** Reads the schema that comes with the program. */
  public static SchemaDocument load() {
    try (InputStream in = SchemaDocument.class.getResourceAsStream(RESOURCE)) {
      return new SchemaDocument(JsonText.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("the schema inside the program is broken", e);
    }
  }

  /** The whole schema. */
  public JsonNode root() {
    return root;
  }

  /** What a schema says together with what its {@code $ref} points to; itself comes first. */
  public List<JsonNode> withRefs(JsonNode schema) {
    List<JsonNode> out = new ArrayList<>();
    JsonNode next = schema;
    while (next.isObject()) {
      out.add(next);
      if (!next.has("$ref")) {
        break;
      }
      next = root.at(next.get("$ref").textValue().substring(1));
    }
    return out;
  }

  /** An annotation or keyword of a schema or of what it refers to; missing node where none is. */
  public JsonNode find(JsonNode schema, String keyword) {
    return withRefs(schema).stream()
        .filter(part -> part.has(keyword))
        .map(part -> part.get(keyword))
        .findFirst()
        .orElseGet(() -> root.path("there is no such key"));
  }

  /** The names of a definition's properties, in the order of the schema. */
  public List<String> properties(String definition) {
    return names(root.path("$defs").path(definition).path("properties"));
  }

  /** The names of the checks. */
  public List<String> checks() {
    List<String> out = new ArrayList<>();
    for (JsonNode form : root.path("$defs").path("assertion").path("oneOf")) {
      out.add(form.path("required").path(0).textValue());
    }
    return out;
  }

  /** The names of the operators. */
  public List<String> operators() {
    return properties("operators");
  }

  /** The names in a map of the schema. */
  static List<String> names(JsonNode map) {
    List<String> out = new ArrayList<>();
    map.fieldNames().forEachRemaining(out::add);
    return out;
  }
}
