package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.labrun.scenario.Data;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Goes through data and schema side by side, so that a rule can ask what the schema says of a
 * value.
 *
 * <p>It knows the few keywords of the schema that lead on: {@code $ref}, {@code properties}, {@code
 * patternProperties}, {@code additionalProperties}, {@code items}, {@code dependentSchemas} and
 * {@code if}.
 */
public final class SchemaWalk {
  private final SchemaDocument document;
  private final Set<String> operators;
  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  /** A walk along a schema. */
  public SchemaWalk(SchemaDocument document) {
    this.document = document;
    this.operators = new HashSet<>(document.operators());
  }

  /** A document's root and all values in it, each before what is in it. */
  public List<Place> places(Data root) {
    List<Place> out = new ArrayList<>();
    collect(root(root), out);
    return out;
  }

  private void collect(Place place, List<Place> out) {
    out.add(place);
    if (place.value() instanceof Data.Mapping mapping) {
      mapping.entries().values().forEach(entry -> collect(key(place, entry), out));
    } else if (place.value() instanceof Data.Seq seq) {
      seq.items().forEach(item -> collect(item(place, item), out));
    }
  }

  /** The places on the way to a value, the root first. */
  List<Place> along(Data root, List<Object> path) {
    List<Place> out = new ArrayList<>();
    out.add(root(root));
    for (Object step : path) {
      Place last = out.get(out.size() - 1);
      if (last.value() instanceof Data.Mapping mapping) {
        out.add(key(last, mapping.entry(step.toString()).orElseThrow()));
      } else {
        out.add(item(last, ((Data.Seq) last.value()).items().get((Integer) step)));
      }
    }
    return out;
  }

  private Place root(Data root) {
    return new Place(root, Optional.empty(), applying(List.of(document.root()), root));
  }

  private Place key(Place parent, Data.Entry entry) {
    List<JsonNode> schemas = new ArrayList<>();
    parent.schemas().forEach(schema -> schemas.addAll(forKey(schema, entry.key())));
    return new Place(entry.value(), Optional.of(entry), applying(schemas, entry.value()));
  }

  private Place item(Place parent, Data item) {
    List<JsonNode> schemas = new ArrayList<>();
    for (JsonNode schema : parent.schemas()) {
      if (schema.has("items")) {
        schemas.add(schema.get("items"));
      }
    }
    return new Place(item, Optional.empty(), applying(schemas, item));
  }

  private List<JsonNode> forKey(JsonNode schema, String key) {
    if (schema.path("properties").has(key)) {
      return List.of(schema.get("properties").get(key));
    }
    for (Map.Entry<String, JsonNode> pattern : schema.path("patternProperties").properties()) {
      if (patterns.computeIfAbsent(pattern.getKey(), Pattern::compile).matcher(key).find()) {
        return List.of(pattern.getValue());
      }
    }
    JsonNode others = schema.path("additionalProperties");
    return others.isObject() ? List.of(others) : List.of();
  }

  private List<JsonNode> applying(List<JsonNode> schemas, Data value) {
    List<JsonNode> out = new ArrayList<>();
    for (JsonNode schema : schemas) {
      for (JsonNode part : document.withRefs(schema)) {
        out.add(part);
        out.addAll(applying(conditional(part, value), value));
      }
    }
    return out;
  }

  private List<JsonNode> conditional(JsonNode schema, Data value) {
    List<JsonNode> out = new ArrayList<>();
    if (value instanceof Data.Mapping mapping) {
      for (Map.Entry<String, JsonNode> dependent : schema.path("dependentSchemas").properties()) {
        if (mapping.entry(dependent.getKey()).isPresent()) {
          out.add(dependent.getValue());
        }
      }
    }
    if (schema.has("if")) {
      String branch = holds(schema.get("if"), value) ? "then" : "else";
      out.add(schema.path(branch));
    }
    return out;
  }

  /** The schema's conditions: "is a map", and "is a map whose keys are all operators". */
  private boolean holds(JsonNode condition, Data value) {
    if (!(value instanceof Data.Mapping mapping)) {
      return false;
    }
    return !condition.has("propertyNames") || operators.containsAll(mapping.entries().keySet());
  }
}
