package io.labrun.run.match;

import io.labrun.event.Mismatch;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as readers see them: short ones on one line, long ones on several. */
public final class Show {
  private static final int LINE = 72;

  private Show() {}

  /** A value: a text in quotes, lists and maps much as YAML writes them. */
  public static String value(Object value) {
    String line = line(value);
    return line.length() <= LINE || !isCollection(value) ? line : block(value, "");
  }

  /** A value to be seen beside another: texts stand bare where one of them has several lines. */
  static String beside(Object other, Object value) {
    boolean bare = value instanceof String && (isLong(other) || isLong(value));
    return bare ? Plain.chomp((String) value) : value(value);
  }

  /** What to call the kind of a value that is not null: "a text", "a list" ... */
  static String kind(Object value) {
    if (isCollection(value)) {
      return value instanceof List ? "a list" : "a map";
    }
    if (value instanceof Boolean) {
      return "true or false";
    }
    return value instanceof String ? "a text" : "a number";
  }

  /** Whether two values are both maps, both lists, or both neither and something. */
  static boolean isAlike(Object one, Object other) {
    return (one == null) == (other == null)
        && one instanceof Map == other instanceof Map
        && one instanceof List == other instanceof List;
  }

  static boolean isCollection(Object value) {
    return value instanceof Map || value instanceof List;
  }

  private static boolean isLong(Object value) {
    return value instanceof String text && Plain.chomp(text).contains("\n");
  }

  private static String line(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + line(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Show::line).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof String text) {
      String shown = Plain.chomp(text);
      return shown.isEmpty() ? "an empty text" : '"' + shown + '"';
    }
    return value == null ? Mismatch.NO_VALUE : value.toString();
  }

  private static String block(Object value, String indent) {
    String inner = indent + "  ";
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      return map.entrySet().stream()
          .map(entry -> inner + entry.getKey() + ": " + block(entry.getValue(), inner))
          .collect(Collectors.joining("\n", "{\n", "\n" + indent + "}"));
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list.stream()
          .map(item -> inner + block(item, inner))
          .collect(Collectors.joining("\n", "[\n", "\n" + indent + "]"));
    }
    return line(value);
  }
}
