package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.labrun.scenario.Data;
import java.math.BigInteger;

/** Data as Jackson's tree, for the validator; live values stand in texts as they are written. */
final class DataJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DataJson() {}

  static JsonNode of(Data data) {
    if (data instanceof Data.Mapping mapping) {
      ObjectNode object = NODES.objectNode();
      mapping.entries().values().forEach(entry -> object.set(entry.key(), of(entry.value())));
      return object;
    }
    if (data instanceof Data.Seq seq) {
      ArrayNode array = NODES.arrayNode(seq.items().size());
      seq.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return scalar(data);
  }

  private static JsonNode scalar(Data data) {
    if (data instanceof Data.Text text) {
      return NODES.textNode(text.template().asWritten());
    }
    if (data instanceof Data.Bool bool) {
      return NODES.booleanNode(bool.value());
    }
    return data instanceof Data.Num number ? number(number.value()) : NODES.nullNode();
  }

  private static JsonNode number(Number value) {
    if (value instanceof Long whole) {
      return NODES.numberNode(whole);
    }
    return value instanceof BigInteger big
        ? NODES.numberNode(big)
        : NODES.numberNode(value.doubleValue());
  }
}
