package io.labrun.load;

import io.labrun.load.schema.TopLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a text that look like keys of YAML: what is left to go by where it cannot be parsed.
 */
final class KeyLines {
  private static final Pattern LINE =
      Pattern.compile("^( *)(?:- +)?[\"']?([\\w.-]+)[\"']? *:(?: +(.*))?$", Pattern.MULTILINE);

  private record Line(int indent, String key, String value) {}

  private final List<Line> lines = new ArrayList<>();

  private KeyLines() {}

  static KeyLines of(String text) {
    KeyLines out = new KeyLines();
    Matcher found = LINE.matcher(text.replace("\r", ""));
    while (found.find()) {
      String value = found.group(3) == null ? "" : found.group(3).strip();
      out.lines.add(new Line(found.group(1).length(), found.group(2), value));
    }
    return out;
  }

  /** Whether it is meant as a scenario; so is what has no keys at all. */
  boolean isScenario() {
    return lines.isEmpty()
        || lines.stream().anyMatch(line -> line.key().equals(TopLevel.OWN.get(0)))
        || TopLevel.isScenario(outermost().stream().map(Line::key).toList());
  }

  /** The value of the key for the name. */
  Optional<String> name() {
    return outermost().stream()
        .filter(line -> line.key().equals("name"))
        .map(Line::value)
        .filter(value -> value.matches("[a-z0-9-]+"))
        .findFirst();
  }

  private List<Line> outermost() {
    int least = lines.stream().mapToInt(Line::indent).min().orElse(0);
    return lines.stream().filter(line -> line.indent() == least).toList();
  }
}
