package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.labrun.scenario.Data;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A value together with all that the schema says of it.
 *
 * @param value the value
 * @param entry the key it stands under; empty for an item of a list and for the root
 * @param schemas the schemas that apply to it, the nearest first
 */
public record Place(Data value, Optional<Data.Entry> entry, List<JsonNode> schemas) {

  /** An annotation of it that is a text. */
  public Optional<String> annotation(String name) {
    return schemas.stream()
        .filter(schema -> schema.path(name).isTextual())
        .map(schema -> schema.path(name).textValue())
        .findFirst();
  }

  /** An annotation of it that is a list of texts; empty where there is none. */
  public List<String> annotations(String name) {
    return schemas.stream()
        .filter(schema -> schema.path(name).isArray())
        .findFirst()
        .map(schema -> texts(schema.path(name)))
        .orElse(List.of());
  }

  /** What its keys name, if it is a map: the annotation of the schema's {@code propertyNames}. */
  public List<String> keyAnnotations(String name) {
    return schemas.stream()
        .map(schema -> schema.path("propertyNames").path(name))
        .filter(JsonNode::isArray)
        .findFirst()
        .map(Place::texts)
        .orElse(List.of());
  }

  /** What to mark when it is wrong: the value, or its key where the value is long or nothing. */
  public Span mark() {
    boolean hidden =
        value instanceof Data.Null
            || value.span().line() != value.span().source().lineOf(value.span().end());
    return hidden ? entry.map(Data.Entry::keySpan).orElse(value.span()) : value.span();
  }

  private static List<String> texts(JsonNode array) {
    List<String> out = new ArrayList<>();
    array.forEach(item -> out.add(item.asText()));
    return out;
  }
}
