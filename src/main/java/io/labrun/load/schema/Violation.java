package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One thing that the schema does not allow.
 *
 * @param path the way from the root of the data to the value: texts for keys, integers for items
 * @param keyword the schema's keyword that does not hold
 * @param property the key it is about, for keywords about keys; else empty
 * @param schema the schema that holds the keyword
 * @param route names of the keywords and keys on the way through the schema
 */
record Violation(
    List<Object> path, String keyword, String property, JsonNode schema, List<String> route) {

  /** What the keyword demands. */
  JsonNode demand() {
    return schema.path(keyword);
  }

  /** Whether it comes from what one check's presence demands of its neighbours. */
  boolean dependsOnCheck() {
    return route.contains("dependentSchemas");
  }
}
