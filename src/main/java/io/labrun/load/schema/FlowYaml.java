package io.labrun.load.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes the schema's examples as a person would write them on one line of YAML. */
public final class FlowYaml {
  private static final Pattern SAFE = Pattern.compile("[\\p{L}/.^]([\\p{L}0-9 _./=^+-]|:(?=\\S))*");
  private static final Pattern WORD_WITH_TYPE =
      Pattern.compile("(?i)true|false|null|y|n|yes|no|on|off");

  private FlowYaml() {}

  /** A value of the schema on one line. */
  public static String write(JsonNode node) {
    if (node.isObject()) {
      List<String> pairs = new ArrayList<>();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        pairs.add(text(entry.getKey()) + ": " + write(entry.getValue()));
      }
      return "{" + String.join(", ", pairs) + "}";
    }
    if (node.isArray()) {
      List<String> items = new ArrayList<>();
      node.forEach(item -> items.add(write(item)));
      return "[" + String.join(", ", items) + "]";
    }
    return node.isTextual() ? text(node.textValue()) : node.asText();
  }

  private static String text(String text) {
    boolean plain = SAFE.matcher(text).matches() && !WORD_WITH_TYPE.matcher(text).matches();
    return plain
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
