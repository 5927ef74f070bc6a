package io.labrun.cli;

import io.labrun.report.file.JsonQuote;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a map of texts as JSON (RFC 8259). */
final class JsonText {
  private JsonText() {}

  /** The map as an object. */
  static String of(Map<String, String> map) {
    return map.entrySet().stream()
        .map(entry -> JsonQuote.of(entry.getKey()) + ":" + JsonQuote.of(entry.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
