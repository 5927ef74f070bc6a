package io.labrun.load.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The types of JSON Schema as people call them. */
public final class TypeWords {
  private static final Map<String, String> WORDS =
      Map.of(
          "string", "a text",
          "number", "a number",
          "integer", "a whole number",
          "boolean", "true or false",
          "array", "a list",
          "object", "a map");

  private TypeWords() {}

  /** Types in words, as in "a text, a list or a map"; empty for none. */
  public static String of(List<String> types) {
    List<String> words =
        new ArrayList<>(
            types.stream().filter(WORDS::containsKey).map(WORDS::get).distinct().toList());
    if (words.contains("a number")) {
      words.remove("a whole number");
    }
    return either(words);
  }

  /** Words of which one holds: with commas, and "or" before the last. */
  public static String either(List<String> words) {
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
