package io.labrun.cli;

import java.util.Map;
import java.util.stream.Collectors;

/** Writes a map of texts as JSON (RFC 8259). */
final class JsonText {
  private JsonText() {}

  /** The map as an object. */
  static String of(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> quote(entry.getKey()) + ":" + quote(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quote(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
