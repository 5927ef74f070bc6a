package io.labrun.run.match;

import io.labrun.scenario.Data;
import io.labrun.scenario.TextResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an author wrote, as plain Java values. */
final class Plain {
  private Plain() {}

  static Object of(Data data, TextResolver resolver) {
    if (data instanceof Data.Mapping map) {
      Map<String, Object> out = new LinkedHashMap<>();
      map.entries().forEach((key, entry) -> out.put(key, of(entry.value(), resolver)));
      return out;
    }
    if (data instanceof Data.Seq seq) {
      List<Object> out = new ArrayList<>();
      seq.items().forEach(item -> out.add(of(item, resolver)));
      return out;
    }
    if (data instanceof Data.Num number) {
      return new WrittenNumber(number.value(), number.written());
    }
    if (data instanceof Data.Bool bool) {
      return bool.value();
    }
    return data instanceof Data.Text text ? resolver.resolve(text.template()) : null;
  }

  /** A scalar as text, numbers as they were written; the empty text for anything else. */
  static String text(Data data, TextResolver resolver) {
    Object value = of(data, resolver);
    return value == null || Show.isCollection(value) ? "" : value.toString();
  }

  /** A text without its trailing newline: one, as a command's output has. */
  static String chomp(String text) {
    String cut = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return cut.length() < text.length() && cut.endsWith("\r")
        ? cut.substring(0, cut.length() - 1)
        : cut;
  }

  /**
   * A number and how it was written; equal texts count too: {@code 1.10} is the version 1.10.
   *
   * @param value the number
   * @param written its characters
   */
  record WrittenNumber(Number value, String written) {
    @Override
    public String toString() {
      return written;
    }
  }
}
