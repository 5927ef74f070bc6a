package io.labrun.report.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of a command, as words that are not quoted yet. */
final class Options {
  private final List<String> words = new ArrayList<>();

  /** Adds an option with its value. */
  Options add(String name, String value) {
    words.add(name);
    words.add(value);
    return this;
  }

  /** Adds an option with its value where there is one. */
  Options add(String name, Optional<?> value) {
    value.ifPresent(v -> add(name, v.toString()));
    return this;
  }

  /** Adds an option for each value. */
  Options each(String name, Collection<String> values) {
    values.forEach(value -> add(name, value));
    return this;
  }

  /** Adds an option for each pair, as {@code name=value}. */
  Options pairs(String name, Map<String, String> pairs) {
    pairs.forEach((key, value) -> add(name, key + "=" + value));
    return this;
  }

  /** Adds an option without a value where it is wanted. */
  Options flag(String name, boolean wanted) {
    if (wanted) {
      words.add(name);
    }
    return this;
  }

  /** The words so far. */
  List<String> words() {
    return words;
  }
}
