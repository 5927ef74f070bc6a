package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import io.labrun.scenario.spec.View;
import io.labrun.source.Diagnostic;
import io.labrun.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A violation where it happened: what stands there and what to call it.
 *
 * @param violation what the schema does not allow
 * @param along the places from the root to the value
 */
record Situation(Violation violation, List<Place> along) {
  private static final Predicate<JsonNode> OPERATORS =
      schema -> schema.path("x-labrun-kind").asText().equals("operators");
  private static final Map<String, String> RESOURCES =
      Map.of(
          "containers", "container",
          "services", "service",
          "networks", "network",
          "volumes", "volume");

  /** The place of the value. */
  Place place() {
    return along.get(along.size() - 1);
  }

  Data value() {
    return place().value();
  }

  private List<Object> path() {
    return violation.path();
  }

  /** What to call the value: "the container `web`", "`ports`", "an item of `ports`". */
  String owner() {
    if (path().isEmpty()) {
      return "the scenario";
    }
    Object last = path().get(path().size() - 1);
    if (path().size() == 2 && RESOURCES.containsKey(path().get(0).toString())) {
      return "the " + RESOURCES.get(path().get(0).toString()) + " `" + last + "`";
    }
    if (path().size() == 2 && path().get(0).equals("assertions")) {
      return assertion();
    }
    return last instanceof Integer ? "an item of `" + lastKey() + "`" : "`" + last + "`";
  }

  private String assertion() {
    if (value() instanceof Data.Mapping mapping) {
      Optional<String> name = new View(mapping, TextResolver.AS_WRITTEN).text("name");
      return name.map(text -> "the assertion `" + text + "`").orElse("an assertion");
    }
    return "an assertion";
  }

  /** The nearest key on the way to the value; empty at the root. */
  String lastKey() {
    for (int i = path().size() - 1; i >= 0; i--) {
      if (path().get(i) instanceof String key) {
        return key;
      }
    }
    return "";
  }

  /** Where the value begins, in one line: its key, its first key, or itself. */
  Span mark() {
    boolean item = place().entry().isEmpty();
    if (item && value() instanceof Data.Mapping mapping && !mapping.entries().isEmpty()) {
      return mapping.entries().values().iterator().next().keySpan();
    }
    return place().mark();
  }

  /** The key that the value stands under, or the value in a list. */
  Span keyMark() {
    return place().entry().map(Data.Entry::keySpan).orElseGet(this::mark);
  }

  /** The text of a scalar as written; empty for lists and maps. */
  String written() {
    return new View(new Data.Mapping(Map.of(), value().span()), TextResolver.AS_WRITTEN)
        .scalar(value())
        .orElse("");
  }

  /**
   * How to write what was perhaps meant where the value is an operator's operand and the operator's
   * word is also a likely name of a field; empty elsewhere.
   */
  Optional<String> fieldLikeOperator() {
    boolean operand =
        along.size() > 1 && along.get(along.size() - 2).schemas().stream().anyMatch(OPERATORS);
    return place()
        .entry()
        .map(Data.Entry::key)
        .filter(key -> operand && OperatorWords.LIKELY_FIELDS.contains(key) && !written().isEmpty())
        .map(key -> "`{contains: {%s: %s}}`".formatted(key, value().span().text()));
  }

  /** A mistake at the value. */
  Diagnostic at(String code, String message) {
    return Diagnostic.at(place().mark(), code, message);
  }

  /** An example of the value from the schema, as "for example `key: value`"; empty without one. */
  Optional<String> example() {
    for (int i = along.size() - 1; i >= 0; i--) {
      Place place = along.get(i);
      for (JsonNode schema : place.schemas()) {
        if (schema.path("examples").size() > 0 && place.entry().isPresent()) {
          return Optional.of(example(place.entry().get().key(), schema));
        }
      }
    }
    return Optional.empty();
  }

  /** The first examples of a key. */
  static String example(String key, JsonNode schema) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < Math.min(2, schema.path("examples").size()); i++) {
      texts.add("`" + key + ": " + FlowYaml.write(schema.path("examples").get(i)) + "`");
    }
    return "For example " + String.join(" or ", texts);
  }
}
